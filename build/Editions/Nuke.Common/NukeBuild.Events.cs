using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;
using Serilog;
using Serilog.Events;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    /// <summary>Sorting by the objects themselves is precompiled, unlike sorting by numbers.</summary>
    private static readonly IComparer<BuildExtensionAttributeBase> s_byPriority =
        Comparer<BuildExtensionAttributeBase>.Create((x, y) => y.Priority.CompareTo(x.Priority));

    protected NukeBuild()
    {
        var extensions = GetType().GetCustomAttributes<BuildExtensionAttributeBase>().ToList();
        extensions.ForEach(x => x.Build = this);
        BuildExtensions = extensions.OrderBy(x => x, s_byPriority).ToList<IBuildExtension>();
    }

    private IReadOnlyCollection<IBuildExtension> BuildExtensions { get; }

    /// <summary>Invoked after the build was created and parameters were injected.</summary>
    protected internal virtual void OnBuildCreated()
    {
    }

    /// <summary>Invoked after all values were injected, before any target runs.</summary>
    protected internal virtual void OnBuildInitialized()
    {
    }

    /// <summary>Invoked after the build has succeeded or failed.</summary>
    protected internal virtual void OnBuildFinished()
    {
    }

    protected internal virtual void OnTargetRunning(string target)
    {
    }

    protected internal virtual void OnTargetSkipped(string target)
    {
    }

    protected internal virtual void OnTargetSucceeded(string target)
    {
    }

    protected internal virtual void OnTargetFailed(string target)
    {
    }

    internal void ExecuteExtension<TExtension>(string method, Action<TExtension> action)
        where TExtension : IBuildExtension
    {
        foreach (var extension in BuildExtensions.OfType<TExtension>())
        {
            // Rendering a template is slow the first time, so only who wants to see it pays for it.
            if (Logging.LevelSwitch.MinimumLevel == LogEventLevel.Verbose)
                Log.Verbose("{Type}.{Method} ({Priority})", extension.GetType().Name.TrimEnd(nameof(Attribute)), method, extension.Priority);

            action.Invoke(extension);
        }
    }
}
