using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>Injects a tool from the variable <c>NAME_EXE</c> or from the <c>PATH</c>. The name defaults to the member's in lower case.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class PathVariableAttribute : ToolInjectionAttributeBase
{
    private readonly string _pathExecutable;

    public PathVariableAttribute(string pathExecutable = null) => _pathExecutable = pathExecutable;

    public override ToolRequirement GetRequirement(MemberInfo member) => new PathToolRequirement(NameOf(member));

    public override object GetValue(MemberInfo member, object instance) => ToolResolver.GetEnvironmentOrPathTool(NameOf(member));

    private string NameOf(MemberInfo member) => _pathExecutable ?? member.Name.ToLowerInvariant();
}
