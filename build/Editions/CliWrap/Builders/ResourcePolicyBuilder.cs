using System.Diagnostics;

namespace CliWrap.Builders;

/// <summary>Collects a <see cref="ResourcePolicy"/>.</summary>
public class ResourcePolicyBuilder
{
    private ProcessPriorityClass? _priority;
    private nint? _affinity;
    private nint? _minWorkingSet;
    private nint? _maxWorkingSet;

    /// <summary>Sets the scheduling priority.</summary>
    public ResourcePolicyBuilder SetPriority(ProcessPriorityClass? priority)
    {
        _priority = priority;
        return this;
    }

    /// <summary>Sets the bit mask of processors.</summary>
    public ResourcePolicyBuilder SetAffinity(nint? affinity)
    {
        _affinity = affinity;
        return this;
    }

    /// <summary>Sets the least working set in bytes.</summary>
    public ResourcePolicyBuilder SetMinWorkingSet(nint? minWorkingSet)
    {
        _minWorkingSet = minWorkingSet;
        return this;
    }

    /// <summary>Sets the greatest working set in bytes.</summary>
    public ResourcePolicyBuilder SetMaxWorkingSet(nint? maxWorkingSet)
    {
        _maxWorkingSet = maxWorkingSet;
        return this;
    }

    /// <summary>What has been set so far.</summary>
    public ResourcePolicy Build() => new(_priority, _affinity, _minWorkingSet, _maxWorkingSet);
}
