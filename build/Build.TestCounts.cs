using System.Xml.Linq;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;

public sealed partial class Build
{
    /// <summary>Ends the output with one line that people and CI read, after everything else has been said.</summary>
    private static void ReportTestCounts(DateTime started)
    {
        var directory = RootDirectory / "artifacts" / "test-results";
        var results = directory.GlobFiles("*.trx").Where(x => File.GetLastWriteTimeUtc(x) >= started).ToList();
        if (results.Count == 0)
            return;
        var outcomes = results.SelectMany(x => XDocument.Load(x).Descendants().Where(y => y.Name.LocalName == "UnitTestResult").Select(y => (string?)y.Attribute("outcome"))).ToList();
        var counts = $"{outcomes.Count(x => x == "Passed")} passed, {outcomes.Count(x => x is not ("Passed" or "NotExecuted"))} failed, {outcomes.Count(x => x == "NotExecuted")} skipped";
        (TemporaryDirectory / "test-counts").WriteAllText(counts);
        Console.Out.WriteLine(counts);
    }
}
