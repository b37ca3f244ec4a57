using System.Text;
using Nuke.Common.Utilities;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>A process ended with another exit code than 0.</summary>
public class ProcessException : Exception
{
    private const string Indentation = "   ";

    public ProcessException(IProcess process)
        : base(MessageOf(process)) => ExitCode = process.ExitCode;

    public int ExitCode { get; }

    private static string MessageOf(IProcess process)
    {
        var builder = new StringBuilder()
            .AppendLine($"Process '{Path.GetFileName(process.FileName)}' exited with code {process.ExitCode}.")
            .AppendLine($"{Indentation}> {process.FileName.DoubleQuoteIfNeeded()} {process.Arguments}")
            .AppendLine($"{Indentation}@ {process.WorkingDirectory}");

        var errors = process.Output.Where(x => x.Type == OutputType.Err).ToList();
        if (errors.Count > 0)
            AppendLines("Error output:", errors);
        else if (Log.IsEnabled(LogEventLevel.Verbose))
            AppendLines("Standard output:", process.Output);

        return builder.ToString();

        void AppendLines(string title, IEnumerable<Output> lines)
        {
            builder.AppendLine(title);
            foreach (var line in lines)
                builder.Append(Indentation).AppendLine(line.Text);
        }
    }
}
