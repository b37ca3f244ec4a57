namespace JupyterHub.Pipeline.Storage;

/// <summary>A Ceph user and its key.</summary>
/// <param name="User">The user, without <c>client.</c> for CSI users and with it for the health checker, as Rook expects.</param>
/// <param name="Key">The key, base64.</param>
public sealed record CephCredentials(string User, string Key)
{
    /// <summary>The user only.</summary>
    public override string ToString() => User;
}
