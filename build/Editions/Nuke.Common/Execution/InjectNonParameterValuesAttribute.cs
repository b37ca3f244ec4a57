using System.Linq.Expressions;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>Injects everything else once the plan is known, so that on-demand values can depend on it.</summary>
internal sealed class InjectNonParameterValuesAttribute : BuildExtensionAttributeBase, IOnBuildInitialized
{
    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        var allOnDemand = Build.GetType().IsDefined(typeof(OnDemandValueInjectionAttribute), inherit: true);

        ValueInjectionUtility.InjectValues(Build, (member, attribute) =>
        {
            if (attribute.GetType() == typeof(ParameterAttribute))
                return false;
            if (!allOnDemand && !member.HasCustomAttribute<OnDemandAttribute>())
                return true;

            return !member.HasCustomAttribute<RequiredAttribute>() &&
                   executionPlan
                       .SelectMany(x => x.DelegateRequirements)
                       .Where(x => x is not Expression<Func<bool>>)
                       .Any(x => x.GetMemberInfo() == member);
        });
    }
}
