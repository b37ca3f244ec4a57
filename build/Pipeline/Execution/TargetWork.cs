namespace JupyterHub.Pipeline.Execution;

/// <summary>What a target does and when, taken out of NUKE's hands.</summary>
internal sealed record TargetWork(IReadOnlyList<(string Text, Func<bool> Holds)> Conditions, IReadOnlyList<Action> Actions);
