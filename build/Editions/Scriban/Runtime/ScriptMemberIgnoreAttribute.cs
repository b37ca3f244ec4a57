namespace Scriban.Runtime;

/// <summary>Hides a member from templates.</summary>
[AttributeUsage(AttributeTargets.All)]
public class ScriptMemberIgnoreAttribute : Attribute
{
}
