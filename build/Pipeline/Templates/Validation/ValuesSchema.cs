using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Templates.Validation;

/// <summary>The values.schema.json of a chart.</summary>
/// <param name="chart">The chart's name.</param>
/// <param name="schema">The schema; helm also checks it, but only when it installs.</param>
public sealed class ValuesSchema(string chart, JsonObject schema)
{
    private readonly JsonSchema _schema = new(schema);

    /// <summary>Everything that the chart would refuse in these values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="template">The template that they come from.</param>
    public IReadOnlyList<Problem> Check(JsonObject values, string template) =>
        // Helm validates what it gets from laying the values over the chart's own; a null removes the chart's value.
        [.. _schema.Validate(SchemaScalars.WithoutNulls(values), isPartial: true).Select(violation => new Problem(TemplateProblems.InvalidValues, $"The chart {chart} refuses {violation}") { Location = template })];
}
