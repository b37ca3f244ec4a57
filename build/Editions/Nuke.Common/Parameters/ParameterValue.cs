namespace Nuke.Common.Parameters;

/// <summary>A valid value of a parameter, and the text that stands for it.</summary>
internal sealed class ParameterValue(string text, object value)
{
    public string Text { get; } = text;

    public object Value { get; } = value;
}
