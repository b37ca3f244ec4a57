namespace Nuke.Common.Execution;

/// <summary>Ends the build after a target's failure has been reported.</summary>
internal sealed class TargetExecutionException(string targetName, Exception inner)
    : Exception($"Target '{targetName}' has thrown an exception.", inner);
