using Nuke.Common.Execution;
using Nuke.Common.Execution.Theming;

namespace Nuke.Common;

public partial class Host
{
    internal static void Success(string text = null) => Write(ThemeStyle.Success, text);

    internal static void Verbose(string text = null) => Write(ThemeStyle.Verbose, text);

    internal static void Debug(string text = null) => Write(ThemeStyle.Debug, text);

    internal static void Information(string text = null) => Write(ThemeStyle.Information, text);

    internal static void Warning(string text = null) => Write(ThemeStyle.Warning, text);

    internal static void Error(string text = null) => Write(ThemeStyle.Error, text);

    private static void Write(ThemeStyle style, string text) => (Instance?.Theme ?? Logging.DefaultTheme).WriteLine(style, text);
}
