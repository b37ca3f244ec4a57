namespace Scriban.Parsing;

/// <summary>The language of a template. This edition reads <see cref="Default"/>; the others are refused when a template is parsed.</summary>
public enum ScriptLang
{
    Default = 0,
    Liquid = 1,
    Scientific = 2,
}
