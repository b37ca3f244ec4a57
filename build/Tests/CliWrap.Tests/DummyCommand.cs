namespace CliWrap.Tests;

/// <summary>Commands that run the dummy executable.</summary>
internal static class DummyCommand
{
    public static Command Of(params string[] arguments) => Cli.Wrap(Program.FilePath).WithArguments(arguments);
}
