using System.Diagnostics;
using k8s.Exceptions;
using k8s.KubeConfigModels;

namespace k8s.Authentication;

/// <summary>
/// Runs client-go credential plugins:
/// https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins.
/// </summary>
internal static class CredentialPlugin
{
    public static Process Create(ExternalExecution exec, bool captureStandardError)
    {
        ArgumentNullException.ThrowIfNull(exec);

        var startInfo = new ProcessStartInfo(exec.Command, exec.Arguments ?? [])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = captureStandardError,
            UseShellExecute = false,
            CreateNoWindow = true,
        };

        startInfo.Environment["KUBERNETES_EXEC_INFO"] = JsonSerializer.Serialize(new
        {
            apiVersion = exec.ApiVersion,
            kind = "ExecCredential",
            spec = new { interactive = Environment.UserInteractive },
        });

        foreach (var variable in exec.EnvironmentVariables ?? [])
        {
            if (!variable.TryGetValue("name", out var name) || !variable.TryGetValue("value", out var value))
                throw new KubeConfigException(
                    $"Invalid environment variable defined: {string.Join(",", variable.Keys)} (name and value are needed)");

            startInfo.Environment[name] = value;
        }

        return new Process { StartInfo = startInfo };
    }

    public static async Task<ExecCredentialResponse> RunAsync(ExternalExecution exec, CancellationToken cancellationToken)
    {
        var output = await ReadOutputAsync(exec, cancellationToken).ConfigureAwait(false);
        ExecCredentialResponse response;

        try
        {
            response = KubernetesJson.Deserialize<ExecCredentialResponse>(output);
        }
        catch (JsonException e)
        {
            // What was printed may be a token: the message says where it is wrong, never what it is.
            throw new KubeConfigException(
                $"external exec failed due to failed deserialization process: line {e.LineNumber}, position {e.BytePositionInLine}");
        }

        if (response is null || response.ApiVersion != exec.ApiVersion)
            throw new KubeConfigException(
                $"external exec failed because api version {response?.ApiVersion} does not match {exec.ApiVersion}");

        if (response.Status?.IsValid() != true)
            throw new KubeConfigException(
                "external exec failed missing token or clientCertificateData field in plugin output");

        return response;
    }

    private static async Task<string> ReadOutputAsync(ExternalExecution exec, CancellationToken cancellationToken)
    {
        var standardError = KubernetesClientConfiguration.ExecStandardError;
        using var process = Create(exec, standardError is not null);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(KubernetesClientConfiguration.ExecTimeout);

        Start(process, standardError);

        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(timeout.Token).ConfigureAwait(false);
            await process.WaitForExitAsync(timeout.Token).ConfigureAwait(false);
            return output;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new KubeConfigException("external exec failed due to timeout");
        }
    }

    private static void Start(Process process, DataReceivedEventHandler standardError)
    {
        try
        {
#pragma warning disable RS0030 // Upstream hands out the process, so it is not another library's to start.
            process.Start();
#pragma warning restore RS0030
        }
        catch (Exception e)
        {
            throw new KubeConfigException($"external exec failed due to: {e.Message}", e);
        }

        if (standardError is null)
            return;

        process.ErrorDataReceived += standardError;
        process.BeginErrorReadLine();
    }
}
