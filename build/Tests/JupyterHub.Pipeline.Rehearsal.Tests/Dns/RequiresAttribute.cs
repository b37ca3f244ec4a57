namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

/// <summary>The tests of the class need a program that a machine may lack; they are skipped there, with the command that provides it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(string program, string install) : Attribute
{
    public string Program { get; } = program;

    public string Install { get; } = install;
}
