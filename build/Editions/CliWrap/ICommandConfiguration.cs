namespace CliWrap;

/// <summary>What a command would run, and how.</summary>
public interface ICommandConfiguration
{
    /// <summary>Path or name of the executable.</summary>
    string TargetFilePath { get; }

    /// <summary>Command line after the executable, escaped.</summary>
    string Arguments { get; }

    /// <summary>Directory in which the process starts.</summary>
    string WorkingDirPath { get; }

    /// <summary>Priority, affinity and memory limits.</summary>
    ResourcePolicy ResourcePolicy { get; }

    /// <summary>The user as whom the process runs.</summary>
    Credentials Credentials { get; }

    /// <summary>Variables set on top of the inherited ones; a null value removes the variable.</summary>
    IReadOnlyDictionary<string, string> EnvironmentVariables { get; }

    /// <summary>What counts as a failure.</summary>
    CommandResultValidation Validation { get; }

    /// <summary>Where standard input comes from.</summary>
    PipeSource StandardInputPipe { get; }

    /// <summary>Where standard output goes.</summary>
    PipeTarget StandardOutputPipe { get; }

    /// <summary>Where standard error goes.</summary>
    PipeTarget StandardErrorPipe { get; }
}
