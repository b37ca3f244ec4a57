using System.ComponentModel;
using System.Globalization;
using Nuke.Common.Execution;
using Nuke.Common.Execution.Theming;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common;

/// <summary>Where the build runs: a terminal, an editor or a build server.</summary>
[TypeConverter(typeof(TypeConverter))]
public partial class Host
{
    protected Host() => Instance = this;

    internal static Host Instance { get; private set; }

    internal virtual HostTheme Theme => Logging.DefaultTheme;

    protected internal void WriteLogo()
    {
        Debug();
        // No-break spaces, because the zero-width rule for empty text and some servers' trimming spare them.
        new[]
        {
            "███╗   ██╗██╗   ██╗██╗  ██╗███████╗",
            "████╗  ██║██║   ██║██║ ██╔╝██╔════╝",
            "██╔██╗ ██║██║   ██║█████╔╝ █████╗  ",
            "██║╚██╗██║██║   ██║██╔═██╗ ██╔══╝  ",
            "██║ ╚████║╚██████╔╝██║  ██╗███████╗",
            "╚═╝  ╚═══╝ ╚═════╝ ╚═╝  ╚═╝╚══════╝"
        }.ForEach(x => Debug(x.Replace(' ', '\u00A0')));
        Debug();
    }

    /// <summary>Begins a block of output, such as a target's, that ends when the result is disposed.</summary>
    protected internal virtual IDisposable WriteBlock(string text) => DelegateDisposable.CreateBracket(() =>
    {
        Debug();
        Debug("╬" + '═'.Repeat(text.Length + 5));
        text.Split(Environment.NewLine).ForEach(x => Debug($"║ {Theme.Format(ThemeStyle.Information, x)}"));
        Debug("╬" + '═'.Repeat(Math.Max(text.Length - 4, 2)));
        Debug();
    });

    protected internal virtual void ReportWarning(string text, string details = null)
    {
    }

    protected internal virtual void ReportError(string text, string details = null)
    {
    }

    /// <summary>Whether the message is the host's own business and is kept from the log.</summary>
    protected internal virtual bool FilterMessage(string message) => false;

    protected internal virtual void WriteErrorsAndWarnings()
    {
        var events = Logging.InMemorySink.Instance.LogEvents.Where(x => x.MessageTemplate.Text.Length > 0).ToList();
        if (events.Count == 0)
            return;

        using (WriteBlock("Errors & Warnings"))
        {
            var sink = new ConsoleLogSink(Theme, timestamps: false, targets: true);
            events.ForEach(sink.Emit);
        }
    }

    protected internal virtual void WriteTargetOutcome(INukeBuild build) => SummaryTable.Write(build.ExecutionPlan);

    protected internal virtual void WriteBuildOutcome(INukeBuild build)
    {
        var now = TimeProvider.System.GetLocalNow().DateTime.ToString(CultureInfo.CurrentCulture);
        Debug();
        if (build.IsSucceeding)
            Success($"Build succeeded on {now}. ＼（＾ᴗ＾）／");
        else
            Error($"Build failed on {now}. (╯°□°）╯︵ ┻━┻");
    }
}
