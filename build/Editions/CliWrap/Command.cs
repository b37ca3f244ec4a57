using System.Diagnostics.Contracts;
using CliWrap.Builders;

namespace CliWrap;

/// <summary>What to run, and how: an immutable value of which every <c>With…</c> makes a changed copy.</summary>
public partial class Command(
    string targetFilePath,
    string arguments,
    string workingDirPath,
    ResourcePolicy resourcePolicy,
    Credentials credentials,
    IReadOnlyDictionary<string, string> environmentVariables,
    CommandResultValidation validation,
    PipeSource standardInputPipe,
    PipeTarget standardOutputPipe,
    PipeTarget standardErrorPipe) : ICommandConfiguration
{
    /// <summary>A command with no arguments, in the current directory, that pipes nothing.</summary>
    public Command(string targetFilePath)
        : this(
            targetFilePath,
            string.Empty,
            Directory.GetCurrentDirectory(),
            ResourcePolicy.Default,
            Credentials.Default,
            new Dictionary<string, string>(),
            CommandResultValidation.ZeroExitCode,
            PipeSource.Null,
            PipeTarget.Null,
            PipeTarget.Null)
    {
    }

    /// <inheritdoc/>
    public string TargetFilePath { get; private set; } = targetFilePath;

    /// <inheritdoc/>
    public string Arguments { get; private set; } = arguments;

    /// <inheritdoc/>
    public string WorkingDirPath { get; private set; } = workingDirPath;

    /// <inheritdoc/>
    public ResourcePolicy ResourcePolicy { get; private set; } = resourcePolicy;

    /// <inheritdoc/>
    public Credentials Credentials { get; private set; } = credentials;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> EnvironmentVariables { get; private set; } = environmentVariables;

    /// <inheritdoc/>
    public CommandResultValidation Validation { get; private set; } = validation;

    /// <inheritdoc/>
    public PipeSource StandardInputPipe { get; private set; } = standardInputPipe;

    /// <inheritdoc/>
    public PipeTarget StandardOutputPipe { get; private set; } = standardOutputPipe;

    /// <inheritdoc/>
    public PipeTarget StandardErrorPipe { get; private set; } = standardErrorPipe;

    /// <summary>A copy that runs another executable.</summary>
    [Pure]
    public Command WithTargetFile(string targetFilePath) => With(copy => copy.TargetFilePath = targetFilePath);

    /// <summary>A copy with this command line, which the caller has escaped.</summary>
    [Pure]
    public Command WithArguments(string arguments) => With(copy => copy.Arguments = arguments);

    /// <summary>A copy with these arguments.</summary>
    [Pure]
    public Command WithArguments(IEnumerable<string> arguments, bool escape) =>
        WithArguments(builder => builder.Add(arguments, escape));

    /// <summary>A copy with these arguments, escaped.</summary>
    [Pure]
    public Command WithArguments(IEnumerable<string> arguments) => WithArguments(arguments, true);

    /// <summary>A copy with the arguments that the delegate adds.</summary>
    [Pure]
    public Command WithArguments(Action<ArgumentsBuilder> configure)
    {
        var builder = new ArgumentsBuilder();
        configure(builder);
        return WithArguments(builder.Build());
    }

    /// <summary>A copy that starts in another directory.</summary>
    [Pure]
    public Command WithWorkingDirectory(string workingDirPath) => With(copy => copy.WorkingDirPath = workingDirPath);

    /// <summary>A copy with other limits.</summary>
    [Pure]
    public Command WithResourcePolicy(ResourcePolicy resourcePolicy) =>
        With(copy => copy.ResourcePolicy = resourcePolicy);

    /// <summary>A copy with the limits that the delegate sets.</summary>
    [Pure]
    public Command WithResourcePolicy(Action<ResourcePolicyBuilder> configure)
    {
        var builder = new ResourcePolicyBuilder();
        configure(builder);
        return WithResourcePolicy(builder.Build());
    }

    /// <summary>A copy that runs as another user.</summary>
    [Pure]
    public Command WithCredentials(Credentials credentials) => With(copy => copy.Credentials = credentials);

    /// <summary>A copy that runs as the user that the delegate sets.</summary>
    [Pure]
    public Command WithCredentials(Action<CredentialsBuilder> configure)
    {
        var builder = new CredentialsBuilder();
        configure(builder);
        return WithCredentials(builder.Build());
    }

    /// <summary>A copy with these variables instead of those set before; a null value removes a variable.</summary>
    [Pure]
    public Command WithEnvironmentVariables(IReadOnlyDictionary<string, string> environmentVariables) =>
        With(copy => copy.EnvironmentVariables = environmentVariables);

    /// <summary>A copy with the variables that the delegate sets.</summary>
    [Pure]
    public Command WithEnvironmentVariables(Action<EnvironmentVariablesBuilder> configure)
    {
        var builder = new EnvironmentVariablesBuilder();
        configure(builder);
        return WithEnvironmentVariables(builder.Build());
    }

    /// <summary>A copy with other checks on its result.</summary>
    [Pure]
    public Command WithValidation(CommandResultValidation validation) => With(copy => copy.Validation = validation);

    /// <summary>A copy that reads standard input from the source.</summary>
    [Pure]
    public Command WithStandardInputPipe(PipeSource source) => With(copy => copy.StandardInputPipe = source);

    /// <summary>A copy that writes standard output to the target.</summary>
    [Pure]
    public Command WithStandardOutputPipe(PipeTarget target) => With(copy => copy.StandardOutputPipe = target);

    /// <summary>A copy that writes standard error to the target.</summary>
    [Pure]
    public Command WithStandardErrorPipe(PipeTarget target) => With(copy => copy.StandardErrorPipe = target);

    /// <summary>Executable and arguments.</summary>
    public override string ToString() => $"{TargetFilePath} {Arguments}";

    private Command With(Action<Command> change)
    {
        var copy = (Command)MemberwiseClone();
        change(copy);
        return copy;
    }
}
