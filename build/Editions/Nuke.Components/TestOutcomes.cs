using System.Xml;
using Nuke.Common.IO;

namespace Nuke.Components;

/// <summary>Reads the outcome of each test from a results file of the Visual Studio test platform.</summary>
internal static class TestOutcomes
{
    public static IEnumerable<string> Read(AbsolutePath file)
    {
        using var reader = XmlReader.Create(file);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "UnitTestResult" } && reader.GetAttribute("outcome") is { } outcome)
                yield return outcome;
        }
    }
}
