using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Apply;

/// <summary>One manager's share of an object: an entry of <c>metadata.managedFields</c>.</summary>
internal sealed record ManagerEntry(string Manager, string Operation, string ApiVersion, string? Subresource)
{
    public required FieldSet Fields { get; init; }

    public string? Time { get; init; }

    public bool IsApply => Operation == "Apply";

    /// <summary>An applier is the same one in every version of the API; an updater is not.</summary>
    public bool IsSameAs(ManagerEntry other) =>
        Manager == other.Manager && Operation == other.Operation && Subresource == other.Subresource && (IsApply || ApiVersion == other.ApiVersion);

    public static ManagerEntry From(JsonObject entry) => new(
        entry.Text("manager") ?? "", entry.Text("operation") ?? "Update", entry.Text("apiVersion") ?? "", entry.Text("subresource"))
    {
        Fields = FieldSet.FromJson(entry.Child("fieldsV1")),
        Time = entry.Text("time"),
    };

    public JsonObject ToJson()
    {
        var entry = new JsonObject
        {
            ["manager"] = Manager,
            ["operation"] = Operation,
            ["apiVersion"] = ApiVersion,
            ["time"] = Time,
            ["fieldsType"] = "FieldsV1",
            ["fieldsV1"] = Fields.ToJson(),
        };
        if (!string.IsNullOrEmpty(Subresource))
            entry["subresource"] = Subresource;
        return entry;
    }
}
