using JupyterHub.Pipeline.Environments;

namespace JupyterHub.Pipeline.Templates.Model;

/// <summary>The words of an environment's choices, as its file writes them.</summary>
internal static class EnvironmentWords
{
    public static string Of(Enum value) => value switch
    {
        Platform or ClusterProvider => value.ToString().ToLowerInvariant(),
        ExternalDnsPolicy => TemplateModel.SnakeCase(value.ToString()).Replace('_', '-'),
        AddressPublication => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..],
        _ => value.ToString(),
    };
}
