using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Parameters;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>Checks what targets and <see cref="RequiredAttribute"/> demand, before any target runs.</summary>
internal static class RequirementService
{
    public static void ValidateRequirements(INukeBuild build, IReadOnlyCollection<ExecutableTarget> scheduledTargets)
    {
        foreach (var target in scheduledTargets)
        {
            foreach (var requirement in target.DelegateRequirements)
                Validate(build, target, requirement);
        }

        foreach (var injection in ValueInjectionUtility.GetInjectionMembers(build.GetType()))
        {
            if (injection.Member.HasCustomAttribute<RequiredAttribute>() && IsMissing(injection.Member, build))
                Assert.Fail($"Member '{NameOf(injection.Member)}' is required to be not null or empty");
        }
    }

    private static void Validate(INukeBuild build, ExecutableTarget target, LambdaExpression requirement)
    {
        if (requirement is Expression<Func<bool>> condition)
        {
            if (!condition.Compile(preferInterpretation: true).Invoke())
                Assert.Fail($"Target '{target.Name}' requires '{requirement.Body}'");
            return;
        }

        var member = requirement.GetMemberInfo();
        if (IsMissing(member, build, target))
            Assert.Fail($"Target '{target.Name}' requires member '{NameOf(member)}' to be not null or empty");
    }

    private static bool IsMissing(MemberInfo member, INukeBuild build, ExecutableTarget target = null)
    {
        if (member.DeclaringType != build.GetType())
            member = build.GetType().GetMember(member.Name).SingleOrDefault() ?? member;

        var from = target is null ? string.Empty : $"from target '{target.Name}' ";
        Assert.True(
            member.HasCustomAttribute<ValueInjectionAttributeBase>(),
            $"Member '{member.Name}' is required {from}but not marked with an injection attribute.");

        if (build.Host is Terminal)
            PromptFor(member, build);

        return member.GetMemberType() == typeof(string)
            ? string.IsNullOrWhiteSpace(member.GetValue<string>(build))
            : member.GetValue(build) is null;
    }

    /// <summary>Asks on a terminal for a missing parameter that can be set; never where nobody could answer.</summary>
    private static void PromptFor(MemberInfo member, INukeBuild build)
    {
        if (!member.HasCustomAttribute<ParameterAttribute>() || member is PropertyInfo { CanWrite: false } || Console.IsInputRedirected)
            return;

        var question = (ParameterService.GetParameterDescription(member) ?? ParameterService.GetParameterMemberName(member)).TrimEnd('.') + ":";
        while (member.GetValue(build) is null)
        {
            var values = ParameterService.GetParameterValueSet(member, build);
            var answer = values is not null
                ? ConsoleUtility.PromptForChoice(question, values.Select(x => (x.Value, x.Text)).ToArray())
                : member.HasCustomAttribute<SecretAttribute>()
                    ? ConsoleUtility.ReadSecret(question)
                    : ConsoleUtility.PromptForInput(question, defaultValue: null);
            member.SetValue(build, ReflectionUtility.Convert(answer, member.GetMemberType()));
        }
    }

    private static string NameOf(MemberInfo member) =>
        member.HasCustomAttribute<ParameterAttribute>() ? ParameterService.GetParameterMemberName(member) : member.Name;
}
