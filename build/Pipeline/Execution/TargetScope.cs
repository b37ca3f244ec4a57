namespace JupyterHub.Pipeline.Execution;

/// <summary>Which target the running code belongs to. NUKE keeps that in a static, which is of no use when several run at once.</summary>
public static class TargetScope
{
    private static readonly AsyncLocal<string?> Name = new();

    /// <summary>The target that this asynchronous flow works for; null outside of targets.</summary>
    public static string? Current => Name.Value;

    /// <summary>Marks the flow that calls this, and all that it starts, as work of the target.</summary>
    internal static void Enter(string target) => Name.Value = target;

    /// <summary>The flow that calls this works for no target any more.</summary>
    internal static void Leave() => Name.Value = null;
}
