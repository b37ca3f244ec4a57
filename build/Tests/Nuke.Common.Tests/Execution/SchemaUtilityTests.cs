using System.ComponentModel;
using System.Text.Json;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

#nullable disable
#pragma warning disable CS0169, CS0649 // The engine injects values by reflection.

namespace Nuke.Common.Tests.Execution;

public sealed class SchemaUtilityTests
{
    private static readonly JsonElement s_schema = SchemaUtility.GetJsonDocument(new ParametersBuild()).RootElement;

    [Theory]
    [InlineData("Flag", """{"type":["boolean","null"]}""")]
    [InlineData("Numbers", """{"type":"array","items":{"type":"integer","format":"int32"}}""")]
    [InlineData("Folder", """{"type":"string"}""")]
    [InlineData("Colours", """{"type":"array","items":{"type":"string","enum":["Blue","Red"]}}""")]
    [InlineData("Chosen", """{"type":"string","description":"One of those","enum":["one","two"]}""")]
    [InlineData("Level", """{"$ref":"#/definitions/Verbosity"}""")]
    [InlineData("Server", """{"$ref":"#/definitions/Server"}""")]
    [InlineData("Custom", """{"type":"string"}""")]
    [InlineData("HubSize", """{"type":"integer","format":"int64"}""")]
    public void A_parameter_is_described_by_its_type(string name, string expected) =>
        Compact(s_schema.GetProperty("allOf")[0].GetProperty("properties").GetProperty(name)).ShouldBe(expected);

    [Fact]
    public void Objects_are_definitions_in_which_whatever_may_be_missing_may_be_null() =>
        Compact(s_schema.GetProperty("definitions").GetProperty("Server").GetProperty("properties")).ShouldBe(string.Concat(
            "{",
            """ "Name":{"type":["null","string"]}, """.Trim(),
            """ "Port":{"type":"integer","format":"int32"}, """.Trim(),
            """ "Aliases":{"type":["array","null"],"items":{"type":"string"}}, """.Trim(),
            """ "Parent":{"oneOf":[{"type":"null"},{"$ref":"#/definitions/Server"}]} """.Trim(),
            "}"));

    [Fact]
    public void A_build_without_parameters_and_targets_has_an_empty_first_part()
    {
        var schema = SchemaUtility.GetJsonDocument(new EmptyBuild()).RootElement;

        Compact(schema.GetProperty("allOf")[0]).ShouldBe("{}");
        Compact(schema.GetProperty("definitions").GetProperty("ExecutableTarget")).ShouldBe("""{"type":"string"}""");
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);

    [ParameterPrefix("Hub")]
    private interface IHub : INukeBuild
    {
        [Parameter]
        long Size => TryGetValue<long?>(() => Size) ?? 1;
    }

    private sealed class EmptyBuild : NukeBuild;

    private sealed class ParametersBuild : NukeBuild, IHub
    {
        [Parameter]
        private readonly bool? Flag;

        [Parameter]
        private readonly int[] Numbers;

        [Parameter]
        private readonly AbsolutePath Folder;

        [Parameter]
        private readonly Colour[] Colours;

        [Parameter("One of those", ValueProviderMember = nameof(Choices))]
        private readonly string Chosen;

        [Parameter]
        private readonly Verbosity Level;

        [Parameter]
        private readonly Server Server;

        [TextParameter]
        private readonly Server Custom;

        private IEnumerable<string> Choices => ["two", "one"];
    }

    private sealed class TextParameterAttribute : ParameterAttribute;

    private sealed class Server
    {
        public string Name { get; set; }

        public int Port { get; set; }

        public string[] Aliases { get; set; }

        public Server Parent { get; set; }
    }

    [TypeConverter(typeof(TypeConverter<Colour>))]
    private sealed class Colour : Enumeration
    {
        public static readonly Colour Red = new() { Value = nameof(Red) };
        public static readonly Colour Blue = new() { Value = nameof(Blue) };
    }
}
