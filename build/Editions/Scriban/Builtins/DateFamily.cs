using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;
using static ScribanEdition.Builtins.Family;

namespace ScribanEdition.Builtins;

/// <summary>The functions of <c>date</c>, which is a function itself: <c>date '2026-01-05'</c>. Its member <c>format</c> is how dates become text.</summary>
internal sealed partial class DateFamily : ScriptObject, IScriptCustomFunction
{
    public static readonly ScriptVariable Variable = new ScriptVariableGlobal("date");

    private const string StandardFormat = "%d %b %Y";

    public DateFamily()
        : base(14, false)
    {
        this.Add("Now", [], _ => TimeProvider.System.GetLocalNow().LocalDateTime);
        this.Add("UtcNow", [], _ => TimeProvider.System.GetUtcNow().UtcDateTime);
        this.Add("AddDays", [Date("date"), Double("days")], c => c.Date(0).AddDays(c.Double(1)));
        this.Add("AddMonths", [Date("date"), Int("months")], c => c.Date(0).AddMonths(c.Int(1)));
        this.Add("AddYears", [Date("date"), Int("years")], c => c.Date(0).AddYears(c.Int(1)));
        this.Add("AddHours", [Date("date"), Double("hours")], c => c.Date(0).AddHours(c.Double(1)));
        this.Add("AddMinutes", [Date("date"), Double("minutes")], c => c.Date(0).AddMinutes(c.Double(1)));
        this.Add("AddSeconds", [Date("date"), Double("seconds")], c => c.Date(0).AddSeconds(c.Double(1)));
        this.Add("AddMilliseconds", [Date("date"), Double("millis")], c => c.Date(0).AddMilliseconds(c.Double(1)));
        this.Add("Parse", [Text("text"), Text("pattern").Or(null), Text("culture").Or(null)], c => Parse(c.Context, c.Text(0), c.Text(1), c.Text(2)));
        this.Add(
            "ParseToString",
            [Text("text"), Text("output_pattern").Or(null), Text("output_culture").Or(null), Text("input_pattern").Or(null), Text("input_culture").Or(null)],
            ParseToString);
        SetValue("default_format", StandardFormat, true);
        SetValue("format", StandardFormat, false);
        AddToString();
    }

    public string DefaultFormat => GetSafeValue<string>("format") ?? StandardFormat;

    public int RequiredParameterCount => 0;

    public int ParameterCount => 0;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => Any("text");

    public object Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement) => arguments.Count switch
    {
        0 => this,
        1 => context.ObjectToString(arguments[0]) is { } text ? Parse(context, text, null, null) : null,
        _ => throw new ScriptRuntimeException(
            callerContext?.Span ?? context.CurrentSpan,
            $"Invalid number of parameters `{arguments.Count}` for `date` object/function."),
    };

    public ValueTask<object> InvokeAsync(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    public override IScriptObject Clone(bool deep)
    {
        var clone = (DateFamily)base.Clone(deep);
        clone.AddToString();
        return clone;
    }

    /// <summary>A date as text, by a pattern of percent signs and letters as <c>strftime</c> has them; <c>%g</c> stands for the format that is set, without a culture.</summary>
    public string Format(DateTime date, string pattern, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (pattern == "%g")
            pattern = "%g " + DefaultFormat;
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
                text.Append(pattern[i]);
            else if (pattern[++i] == 'g')
                culture = CultureInfo.InvariantCulture;
            else
                text.Append(DatePatterns.Format(pattern[i], date, culture) ?? "%" + pattern[i]);
        }
        return text.ToString();
    }

    private static DateTime? Parse(TemplateContext context, string text, string pattern, string culture)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var hasOffset = Offset().IsMatch(text) || text.TrimEnd().EndsWith('Z') || text.TrimEnd().EndsWith('z');
        var format = DatePatterns.ToParse(pattern, Culture(context, culture), out var provider);
        const DateTimeStyles Local = DateTimeStyles.AssumeLocal;
        if (hasOffset)
        {
            var isParsed = format is null
                ? DateTimeOffset.TryParse(text, provider, DateTimeStyles.None, out var moment)
                : DateTimeOffset.TryParseExact(text, format, provider, DateTimeStyles.None, out moment);
            return isParsed ? moment.LocalDateTime : default;
        }
        _ = format is null
            ? DateTime.TryParse(text, provider, Local, out var date)
            : DateTime.TryParseExact(text, format, provider, Local, out date);
        return date;
    }

    private static object ParseToString(Invocation call)
    {
        var date = Parse(call.Context, call.Text(0), call.Text(3), call.Text(4));
        if (date is null)
            return null;
        if (call[1] is null)
            return date.Value.ToString(StandardFormat, CultureInfo.CurrentCulture);
        var format = DatePatterns.ToParse(call.Text(1), Culture(call.Context, call.Text(2)), out var provider);
        return date.Value.ToString(format, provider);
    }

    private static CultureInfo Culture(TemplateContext context, string name) => name is null ? context.CurrentCulture : CultureInfo.GetCultureInfo(name);

    private void AddToString() => this.Add(
        "ToString",
        [new ScriptParameterInfo(typeof(DateTime?), "date"), Text("pattern"), Text("culture").Or(null)],
        c =>
        {
            var culture = Culture(c.Context, c.Text(2));
            ArgumentNullException.ThrowIfNull(c.Text(1), "pattern");
            return c[0] is null ? null : Format(c.Date(0), c.Text(1), culture);
        });

    [GeneratedRegex(@"\+\d")]
    private static partial Regex Offset();
}
