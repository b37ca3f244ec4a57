namespace JupyterHub.Pipeline.Environments;

/// <summary>The kind of place that an environment is deployed to.</summary>
public enum Platform
{
    OnPrem,
    Eks,
}
