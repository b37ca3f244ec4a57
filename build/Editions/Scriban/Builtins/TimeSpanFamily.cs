using System.Globalization;
using Scriban.Runtime;
using static ScribanEdition.Builtins.Family;

namespace ScribanEdition.Builtins;

/// <summary>The functions of <c>timespan</c>.</summary>
internal static class TimeSpanFamily
{
    public static ScriptObject Create()
    {
        var family = new ScriptObject(7);
        family.SetValue("zero", TimeSpan.Zero, false);
        family.Add("FromDays", [Double("days")], c => TimeSpan.FromDays(c.Double(0)));
        family.Add("FromHours", [Double("hours")], c => TimeSpan.FromHours(c.Double(0)));
        family.Add("FromMinutes", [Double("minutes")], c => TimeSpan.FromMinutes(c.Double(0)));
        family.Add("FromSeconds", [Double("seconds")], c => TimeSpan.FromSeconds(c.Double(0)));
        family.Add("FromMilliseconds", [Double("millis")], c => TimeSpan.FromMilliseconds(c.Double(0)));
        family.Add("Parse", [Text("text")], c => TimeSpan.Parse(c.Text(0), CultureInfo.CurrentCulture), needsText: true);
        return family;
    }
}
