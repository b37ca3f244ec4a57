using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Problems;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace JupyterHub.Pipeline.Helm;

/// <summary>Reads single files of a chart, archive or folder.</summary>
internal static class ChartFiles
{
    /// <summary>The schema of the chart's values, or <see langword="null"/> when it has none.</summary>
    /// <exception cref="ProblemException">The chart is damaged (HUB1407).</exception>
    public static async Task<JsonObject?> ValuesSchemaAsync(Chart chart, CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(chart.Path, "values.schema.json", cancellation) is { } text ? JsonNode.Parse(text) as JsonObject : null;
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException or JsonException)
        {
            throw Damaged(chart.Path, failure);
        }
    }

    /// <summary>The name and the version that the chart's own <c>Chart.yaml</c> says.</summary>
    /// <exception cref="ProblemException">The chart is damaged (HUB1407).</exception>
    public static async Task<(string Name, string Version)> IdentityAsync(string chart, CancellationToken cancellation)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(await ReadAsync(chart, "Chart.yaml", cancellation) ?? throw new InvalidDataException("it has no Chart.yaml")));
            return stream.Documents.FirstOrDefault()?.RootNode is YamlMappingNode fields ? (Text(fields, "name"), Text(fields, "version")) : ("", "");
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException or YamlException)
        {
            throw Damaged(chart, failure);
        }
    }

    private static string Text(YamlMappingNode fields, string key)
        => fields.Children.TryGetValue(key, out var value) && value is YamlScalarNode { Value: { } text } ? text : "";

    private static ProblemException Damaged(string chart, Exception failure)
        => new([new Problem(HelmProblems.ChartUnusable, $"The chart {chart} is damaged.") { Location = chart, Cause = failure.Message }], failure);

    private static async Task<string?> ReadAsync(string chart, string name, CancellationToken cancellation)
    {
        if (Directory.Exists(chart))
        {
            var file = Path.Combine(chart, name);
            return File.Exists(file) ? await File.ReadAllTextAsync(file, cancellation) : null;
        }
        await using var archive = File.OpenRead(chart);
        await using var unzipped = new GZipStream(archive, CompressionMode.Decompress);
        await using var reader = new TarReader(unzipped);
        while (await reader.GetNextEntryAsync(cancellationToken: cancellation) is { } entry)
        {
            // An archive holds one folder, named after the chart; deeper files of that name are its dependencies'.
            if (entry.DataStream is { } content && entry.Name.Split('/') is [_, var file] && file == name)
            {
                using var text = new StreamReader(content);
                return await text.ReadToEndAsync(cancellation);
            }
        }
        return null;
    }
}
