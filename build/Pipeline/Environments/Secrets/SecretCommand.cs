using System.ComponentModel;
using System.Text;
using CliWrap;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Environments;

/// <summary>A secret that a command prints.</summary>
internal static class SecretCommand
{
    private const int StderrLimit = 2000;

    public static async Task<byte[]> RunAsync(SecretReference reference, SecretStoreOptions options, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(options.CommandTimeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        using var output = new MemoryStream();
        var errors = new StringBuilder();
        try
        {
            var result = await Cli.Wrap(Executable(reference))
                .WithArguments(reference.Arguments.Skip(1))
                .WithWorkingDirectory(reference.Directory)
                .WithStandardInputPipe(PipeSource.Null)
                .WithStandardOutputPipe(PipeTarget.ToStream(output))
                .WithStandardErrorPipe(PipeTarget.ToStringBuilder(errors))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(either.Token);
            return result.ExitCode == 0 ? output.ToArray() : throw Failed(reference, $"exited with code {result.ExitCode}", Said(errors, options));
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw Failed(reference, $"did not end within {DurationText.Format(options.CommandTimeout)}", Said(errors, options));
        }
        catch (Win32Exception exception)
        {
            throw Failed(reference, "could not be started", exception.Message);
        }
    }

    // A relative path would otherwise be looked for in this process's directory rather than the command's.
    private static string Executable(SecretReference reference) =>
        reference.Target.Contains('/') ? Path.GetFullPath(reference.Target, reference.Directory) : reference.Target;

    private static string? Said(StringBuilder errors, SecretStoreOptions options)
    {
        var text = options.Redact(errors.ToString().Trim());
        return text.Length == 0 ? null : text.Length > StderrLimit ? "…" + text[^StderrLimit..] : text;
    }

    private static ProblemException Failed(SecretReference reference, string what, string? cause) =>
        new(SecretStore.Problem(SecretProblems.CommandFailed, reference, what) with { Cause = cause });
}
