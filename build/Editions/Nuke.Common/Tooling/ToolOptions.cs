using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>The arguments of a tool's command, and how its process is run.</summary>
public abstract class ToolOptions : Options
{
    private const string KeyPlaceholder = "{key}";
    private const string ValuePlaceholder = "{value}";

    protected ToolOptions() => Set(() => ProcessEnvironmentVariables, new Dictionary<string, string>(EnvironmentInfo.Variables));

    public string ProcessToolPath => Get<string>(() => ProcessToolPath);

    public string ProcessWorkingDirectory => Get<string>(() => ProcessWorkingDirectory);

    public IReadOnlyDictionary<string, string> ProcessEnvironmentVariables =>
        Get<Dictionary<string, string>>(() => ProcessEnvironmentVariables);

    public int? ProcessExecutionTimeout => Get<int?>(() => ProcessExecutionTimeout);

    public bool? ProcessOutputLogging => Get<bool?>(() => ProcessOutputLogging);

    public bool? ProcessInvocationLogging => Get<bool?>(() => ProcessInvocationLogging);

    public bool? ProcessExitHandling => Get<bool?>(() => ProcessExitHandling);

    public IReadOnlyList<string> ProcessRedactedSecrets => Get<List<string>>(() => ProcessRedactedSecrets);

    public IReadOnlyList<string> ProcessAdditionalArguments => Get<List<string>>(() => ProcessAdditionalArguments);

    internal IEnumerable<string> GetArguments()
    {
        var command = GetType().GetCustomAttribute<CommandAttribute>()?.Arguments;
        var arguments = Arguments()
            .OrderByDescending(x => Math.Sign(x.Attribute.Position))
            .ThenBy(x => x.Attribute.Position)
            .SelectMany(x => Format(x.Attribute, x.Value));
        return new[] { command }.OfType<string>().Concat(arguments).Concat(ProcessAdditionalArguments ?? []);
    }

    internal IEnumerable<string> GetSecrets() =>
        (ProcessRedactedSecrets ?? []).Concat(Arguments().Where(x => x.Attribute.Secret).Select(x => (string)x.Value));

    private IEnumerable<(ArgumentAttribute Attribute, object Value)> Arguments() => Values
        .Select(x => (Attribute: GetType().GetProperty(x.Key)?.GetCustomAttribute<ArgumentAttribute>(), x.Value))
        .Where(x => x.Attribute is not null);

    private static IEnumerable<string> Format(ArgumentAttribute attribute, object value)
    {
        var parts = attribute.Format.SplitSpace();
        switch (value)
        {
            case false when !attribute.Format.Contains(ValuePlaceholder):
                return [];
            case IEnumerable<KeyValuePair<string, object>> pairs:
                return Format(parts, attribute.Separator, pairs.Select(x => (x.Key, TextOf(x.Value))));
            case IEnumerable<string> texts:
                return Format(parts, attribute.Separator, texts.Select(x => (string.Empty, TextOf(x))));
            default:
                var text = TextOf(value);
                return text.Length == 0 ? [] : parts.Select(x => x.Replace(ValuePlaceholder, text));
        }
    }

    private static IEnumerable<string> Format(string[] parts, string separator, IEnumerable<(string Key, string Value)> items)
    {
        var present = items.Where(x => x.Value.Length > 0).ToList();
        if (present.Count == 0)
            return [];
        if (separator is null)
            return present.SelectMany(x => parts.Select(y => Fill(y, x)));

        return parts.SelectMany(x =>
        {
            var start = x.IndexOf(x.Contains(KeyPlaceholder) ? KeyPlaceholder : ValuePlaceholder, StringComparison.Ordinal);
            if (start < 0)
                return [x];

            return string.IsNullOrWhiteSpace(separator)
                ? present.Select(y => Fill(x, y))
                : [x[..start] + present.Select(y => Fill(x[start..], y)).Join(separator)];
        });

        static string Fill(string part, (string Key, string Value) item) =>
            part.Replace(KeyPlaceholder, item.Key).Replace(ValuePlaceholder, item.Value);
    }

    private static string TextOf(object value) => (value is bool flag ? flag ? "true" : "false" : value?.ToString()).DoubleQuoteIfNeeded();
}
