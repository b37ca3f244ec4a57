namespace Nuke.Common.Execution.Theming;

internal enum ThemeStyle
{
    Text,
    SecondaryText,
    TertiaryText,
    Invalid,
    Value,
    Verbose,
    Debug,
    Information,
    Warning,
    Error,
    Fatal,
    Success
}
