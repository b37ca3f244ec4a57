using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>A command that prints credentials (client-go's credential plugins).</summary>
public class ExternalExecution
{
    /// <summary>Version of the ExecCredential API that the command speaks.</summary>
    [YamlMember(Alias = "apiVersion")]
    public string ApiVersion { get; set; }

    /// <summary>The executable.</summary>
    [YamlMember(Alias = "command")]
    public string Command { get; set; }

    /// <summary>Variables to set, each as a map with <c>name</c> and <c>value</c>.</summary>
    [YamlMember(Alias = "env")]
    public IList<Dictionary<string, string>> EnvironmentVariables { get; set; }

    /// <summary>Its arguments.</summary>
    [YamlMember(Alias = "args")]
    public IList<string> Arguments { get; set; }

    /// <summary>What to tell a user who lacks the executable.</summary>
    [YamlMember(Alias = "installHint")]
    public string InstallHint { get; set; }

    /// <summary>Whether the command wants to know the cluster.</summary>
    [YamlMember(Alias = "provideClusterInfo")]
    public bool ProvideClusterInfo { get; set; }
}
