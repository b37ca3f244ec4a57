namespace Nuke.Common.Tooling;

/// <summary>The text of an enum's value.</summary>
[AttributeUsage(AttributeTargets.Field)]
public class EnumValueAttribute : Attribute
{
    public EnumValueAttribute(string value) => Value = value;

    public string Value { get; }
}
