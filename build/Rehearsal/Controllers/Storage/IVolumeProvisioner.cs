using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Storage;

/// <summary>What makes the volumes of a StorageClass.</summary>
internal interface IVolumeProvisioner
{
    /// <summary>Whether the StorageClass's provisioner is of this kind, running or not.</summary>
    bool Serves(string provisioner);

    /// <summary>Whether the provisioner's own pods run and could answer.</summary>
    bool IsRunning(Cluster cluster, string provisioner);

    /// <summary>The CSI source of a new volume.</summary>
    /// <param name="failure">Why there is none, in the driver's words.</param>
    bool TryProvision(
        Cluster cluster, JsonObject claim, JsonObject storageClass, string volume, [NotNullWhen(true)] out JsonObject? source, [NotNullWhen(false)] out string? failure);
}
