using System.Diagnostics;
using k8s.Authentication;
using k8s.KubeConfigModels;

namespace k8s;

public partial class KubernetesClientConfiguration
{
    /// <summary>How long a credential plugin may take, two minutes by default.</summary>
    public static TimeSpan ExecTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Raised for every line that a credential plugin writes to standard error, which is inherited otherwise.</summary>
    public static event EventHandler<DataReceivedEventArgs> ExecStdError;

    internal static DataReceivedEventHandler ExecStandardError =>
        ExecStdError is { } handlers ? (sender, line) => handlers(sender, line) : null;

    /// <summary>A credential plugin as a process that is not started yet.</summary>
    public static Process CreateRunnableExternalProcess(
        ExternalExecution config,
        EventHandler<DataReceivedEventArgs> captureStdError = null) =>
        CredentialPlugin.Create(config, captureStdError is not null);

    /// <summary>Runs a credential plugin.</summary>
    /// <exception cref="Exceptions.KubeConfigException">It failed, took too long, or printed no credentials.</exception>
    public static ExecCredentialResponse ExecuteExternalCommand(ExternalExecution config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return CredentialPlugin.RunAsync(config, CancellationToken.None).GetAwaiter().GetResult();
    }
}
