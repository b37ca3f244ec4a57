using System.Diagnostics;
using CliWrap.Exceptions;
using CliWrap.Processes;

namespace CliWrap;

public partial class Command
{
    private static readonly TimeSpan KillTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Runs the command; cancellation kills the process and its descendants.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The process could not be started (thrown at once).</exception>
    /// <exception cref="CommandExecutionException">The result failed <see cref="Validation"/>.</exception>
    public CommandTask<CommandResult> ExecuteAsync(CancellationToken cancellationToken = default) =>
        ExecuteAsync(cancellationToken, CancellationToken.None);

    /// <summary>
    /// Runs the command. The first token kills the process and its descendants; the second asks the process to stop
    /// (SIGINT) and waits until it does.
    /// </summary>
    public CommandTask<CommandResult> ExecuteAsync(
        CancellationToken forcefulCancellationToken,
        CancellationToken gracefulCancellationToken) =>
        ExecuteAsync(null, null, forcefulCancellationToken, gracefulCancellationToken);

    /// <summary>Runs the command, letting delegates change how the process starts and the process once started.</summary>
    public CommandTask<CommandResult> ExecuteAsync(
        Action<ProcessStartInfo> configureStartInfo,
        Action<Process> configureProcess = null,
        CancellationToken forcefulCancellationToken = default,
        CancellationToken gracefulCancellationToken = default)
    {
        var startInfo = CreateStartInfo();
        configureStartInfo?.Invoke(startInfo);

        // A process that cannot be started throws here, not from the task.
        var child = ChildProcess.Start(startInfo, process =>
        {
            ApplyResourcePolicy(process);
            configureProcess?.Invoke(process);
        });

        var processId = child.Id;
        return new CommandTask<CommandResult>(
            RunAsync(child, forcefulCancellationToken, gracefulCancellationToken),
            processId);
    }

    private async Task<CommandResult> RunAsync(ChildProcess child, CancellationToken forceful, CancellationToken graceful)
    {
        using (child)
        {
            await PipeUntilExitAsync(child, forceful, graceful).ConfigureAwait(false);

            if (forceful.IsCancellationRequested)
                throw new OperationCanceledException(
                    "Command execution canceled. "
                    + $"Underlying process ({child.Name}#{child.Id}) was forcefully terminated.",
                    forceful);

            if (graceful.IsCancellationRequested)
                throw new OperationCanceledException(
                    "Command execution canceled. "
                    + $"Underlying process ({child.Name}#{child.Id}) was gracefully terminated.",
                    graceful);

            if (child.ExitCode != 0 && Validation.HasFlag(CommandResultValidation.ZeroExitCode))
                throw NonZeroExitCode(child);

            return new CommandResult(child.ExitCode, child.StartTime, child.ExitTime);
        }
    }

    private async Task PipeUntilExitAsync(ChildProcess child, CancellationToken forceful, CancellationToken graceful)
    {
        // A kill may fail, and then nobody should wait for ever.
        using var killTimeout = new CancellationTokenSource();
        await using var startKillTimeout = forceful.Register(() => killTimeout.CancelAfter(KillTimeout));

        // The process may exit without having read its input: nothing else would end that pipe then.
        using var inputCancellation = CancellationTokenSource.CreateLinkedTokenSource(forceful);

        await using var kill = forceful.Register(child.Kill);
        await using var interrupt = graceful.Register(child.Interrupt);

        // Output may outlive the process (a grandchild writes it), so only a forceful cancellation ends those pipes.
        var pipes = Task.WhenAll(
            PipeInputAsync(child.StandardInput, inputCancellation.Token),
            PipeOutputAsync(StandardOutputPipe, child.StandardOutput, forceful),
            PipeOutputAsync(StandardErrorPipe, child.StandardError, forceful));

        try
        {
            await child.WaitForExitAsync(killTimeout.Token).ConfigureAwait(false);
            await inputCancellation.CancelAsync().ConfigureAwait(false);
            await pipes.ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (e.CancellationToken == killTimeout.Token)
        {
            throw new TimeoutException(
                $"Failed to terminate the underlying process ({child.Name}#{child.Id}) within the allotted timeout.",
                e);
        }
        catch (OperationCanceledException e) when (
            e.CancellationToken == inputCancellation.Token
            || forceful.IsCancellationRequested
            || graceful.IsCancellationRequested)
        {
            // Only the pipes stopped; the caller knows whether that was a cancellation or unread input.
        }
    }

    private async Task PipeInputAsync(Stream input, CancellationToken cancellationToken)
    {
        await using (input.ConfigureAwait(false))
        {
            try
            {
                // A source may ignore cancellation: it is left behind then, or the command would never end.
                await StandardInputPipe.CopyToAsync(input, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (IOException e) when (e.GetType() == typeof(IOException))
            {
                // A broken pipe: the process did not want the rest. Derived exceptions are the source's own.
            }
        }
    }

    private static async Task PipeOutputAsync(PipeTarget target, Stream output, CancellationToken cancellationToken)
    {
        await using (output.ConfigureAwait(false))
            await target.CopyFromAsync(output, cancellationToken).ConfigureAwait(false);
    }

    private CommandExecutionException NonZeroExitCode(ChildProcess child) =>
        new(
            this,
            child.ExitCode,
            $"""
             Command execution failed because the underlying process ({child.Name}#{child.Id}) returned a non-zero exit code ({child.ExitCode}).

             Command:
             {TargetFilePath} {Arguments}

             You can suppress this validation by calling `WithValidation(CommandResultValidation.None)` on the command.
             """);
}
