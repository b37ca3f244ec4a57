namespace Scriban.Runtime;

/// <summary>Which members of an object or a type are imported.</summary>
[Flags]
public enum ScriptMemberImportFlags
{
    Field = 1,
    Property = 2,
    Method = 4,
    All = Field | Property | Method,
    MethodInstance = 8,
}
