using JupyterHub.Pipeline.EndToEnd.Tests.Running;

namespace JupyterHub.Pipeline.EndToEnd.Tests;

/// <summary>A test that starts the build as a user who may not write the checkout.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute()
    {
        if (!Unprivileged.IsPossible)
            Skip = "another user's build cannot be started: run as root, with setpriv (apt-get install util-linux)";
    }
}
