namespace Nuke.Common.CI;

/// <summary>The variable's text is the value, whatever it looks like.</summary>
public class NoConvertAttribute : Attribute;
