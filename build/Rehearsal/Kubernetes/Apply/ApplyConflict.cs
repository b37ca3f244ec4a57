namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Apply;

/// <summary>The refusal of an apply that would change other managers' fields (apimachinery, util/managedfields/internal/conflict.go).</summary>
internal static class ApplyConflict
{
    public static ApiStatusException From(IReadOnlyList<(ManagerEntry Entry, FieldSet Fields)> conflicts)
    {
        var all = conflicts
            .SelectMany(conflict => conflict.Fields.Paths().Select(path => (Manager: Describe(conflict.Entry), Path: path)))
            .ToList();
        var groups = all.GroupBy(conflict => conflict.Manager).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
            $"conflicts with {group.Key}:\n{string.Join('\n', group.Select(conflict => "- " + conflict.Path))}");
        var message = all.Count == 1
            ? $"Apply failed with 1 conflict: conflict with {all[0].Manager}: {all[0].Path}"
            : $"Apply failed with {all.Count} conflicts: {string.Join('\n', groups)}";
        return new ApiStatusException(409, "Conflict", message)
        {
            Causes = [.. all.Select(conflict => new StatusCause("FieldManagerConflict", $"conflict with {conflict.Manager}", conflict.Path))],
        };
    }

    private static string Describe(ManagerEntry entry)
    {
        var subresource = string.IsNullOrEmpty(entry.Subresource) ? "" : $" with subresource \"{entry.Subresource}\"";
        var manager = $"\"{entry.Manager}\"{subresource}";
        return entry.IsApply ? manager : $"{manager} using {entry.ApiVersion}";
    }
}
