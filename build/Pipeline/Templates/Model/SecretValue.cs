using JupyterHub.Pipeline.Environments;

namespace JupyterHub.Pipeline.Templates.Model;

/// <summary>Stands for a secret until the template has been rendered; nothing in the template can look at it or change it.</summary>
internal sealed class SecretValue(SecretReference reference)
{
    public SecretReference Reference => reference;
}
