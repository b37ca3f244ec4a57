using System.Diagnostics.Contracts;
using System.Text;

namespace CliWrap;

public partial class Command
{
    /// <summary>Pipes standard output to the target.</summary>
    [Pure]
    public static Command operator |(Command source, PipeTarget target) => source.WithStandardOutputPipe(target);

    /// <summary>Pipes standard output to the stream.</summary>
    [Pure]
    public static Command operator |(Command source, Stream target) => source | PipeTarget.ToStream(target);

    /// <summary>Appends standard output, decoded as <see cref="Encoding.Default"/>.</summary>
    [Pure]
    public static Command operator |(Command source, StringBuilder target) =>
        source | PipeTarget.ToStringBuilder(target);

    /// <summary>Calls the delegate for every line of standard output.</summary>
    [Pure]
    public static Command operator |(Command source, Func<string, CancellationToken, Task> target) =>
        source | PipeTarget.ToDelegate(target);

    /// <summary>Calls the delegate for every line of standard output.</summary>
    [Pure]
    public static Command operator |(Command source, Func<string, Task> target) =>
        source | PipeTarget.ToDelegate(target);

    /// <summary>Calls the delegate for every line of standard output.</summary>
    [Pure]
    public static Command operator |(Command source, Action<string> target) => source | PipeTarget.ToDelegate(target);

    /// <summary>Pipes standard output and standard error, each to its target.</summary>
    [Pure]
    public static Command operator |(Command source, (PipeTarget stdOut, PipeTarget stdErr) targets) =>
        source.WithStandardOutputPipe(targets.stdOut).WithStandardErrorPipe(targets.stdErr);

    /// <summary>Pipes standard output and standard error, each to its stream.</summary>
    [Pure]
    public static Command operator |(Command source, (Stream stdOut, Stream stdErr) targets) =>
        source | (PipeTarget.ToStream(targets.stdOut), PipeTarget.ToStream(targets.stdErr));

    /// <summary>Appends standard output and standard error, each to its builder.</summary>
    [Pure]
    public static Command operator |(Command source, (StringBuilder stdOut, StringBuilder stdErr) targets) =>
        source | (PipeTarget.ToStringBuilder(targets.stdOut), PipeTarget.ToStringBuilder(targets.stdErr));

    /// <summary>Calls a delegate for every line of standard output, and one for every line of standard error.</summary>
    [Pure]
    public static Command operator |(
        Command source,
        (Func<string, CancellationToken, Task> stdOut, Func<string, CancellationToken, Task> stdErr) targets) =>
        source | (PipeTarget.ToDelegate(targets.stdOut), PipeTarget.ToDelegate(targets.stdErr));

    /// <summary>Calls a delegate for every line of standard output, and one for every line of standard error.</summary>
    [Pure]
    public static Command operator |(Command source, (Func<string, Task> stdOut, Func<string, Task> stdErr) targets) =>
        source | (PipeTarget.ToDelegate(targets.stdOut), PipeTarget.ToDelegate(targets.stdErr));

    /// <summary>Calls a delegate for every line of standard output, and one for every line of standard error.</summary>
    [Pure]
    public static Command operator |(Command source, (Action<string> stdOut, Action<string> stdErr) targets) =>
        source | (PipeTarget.ToDelegate(targets.stdOut), PipeTarget.ToDelegate(targets.stdErr));

    /// <summary>Pipes the source to standard input.</summary>
    [Pure]
    public static Command operator |(PipeSource source, Command target) => target.WithStandardInputPipe(source);

    /// <summary>Pipes the stream to standard input.</summary>
    [Pure]
    public static Command operator |(Stream source, Command target) => PipeSource.FromStream(source) | target;

    /// <summary>Pipes the bytes to standard input.</summary>
    [Pure]
    public static Command operator |(ReadOnlyMemory<byte> source, Command target) =>
        PipeSource.FromBytes(source) | target;

    /// <summary>Pipes the bytes to standard input.</summary>
    [Pure]
    public static Command operator |(byte[] source, Command target) => PipeSource.FromBytes(source) | target;

    /// <summary>Pipes the text to standard input, encoded as <see cref="Console.InputEncoding"/>.</summary>
    [Pure]
    public static Command operator |(string source, Command target) => PipeSource.FromString(source) | target;

    /// <summary>Pipes one command's standard output to the other's standard input.</summary>
    [Pure]
    public static Command operator |(Command source, Command target) => PipeSource.FromCommand(source) | target;
}
