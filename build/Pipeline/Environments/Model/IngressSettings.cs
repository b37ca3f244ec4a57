using System.Net;

namespace JupyterHub.Pipeline.Environments;

/// <summary>The way in.</summary>
public sealed record IngressSettings
{
    public string ClassName { get; init; } = "traefik";

    public string Namespace { get; init; } = "traefik";

    /// <summary>The address that users' names resolve to.</summary>
    public required IPAddress Address { get; init; }

    public AddressPublication Publish { get; init; } = AddressPublication.Annotation;

    /// <summary>Whether the pipeline installs the controller; <see langword="false"/> where the cluster brings its own.</summary>
    public bool Install { get; init; } = true;
}
