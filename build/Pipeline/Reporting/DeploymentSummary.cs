namespace JupyterHub.Pipeline.Reporting;

/// <summary>What an operator wants to know when a deployment has succeeded.</summary>
/// <param name="HubUrl">Where the hub answers.</param>
public sealed record DeploymentSummary(Uri HubUrl)
{
    /// <summary>The file with the certificate authority that clients have to trust; null where the public ones do.</summary>
    public string? AuthorityFile { get; init; }

    /// <summary>How to log in, a line each.</summary>
    public IReadOnlyList<string> LogIn { get; init; } = [];

    /// <summary>More to know, as name and value: <c>kubeconfig</c>, <c>name server</c>.</summary>
    public IReadOnlyList<(string Name, string Value)> More { get; init; } = [];

    /// <summary>Requests that changed something; 0 says that everything was as it should be.</summary>
    public int? Writes { get; init; }

    /// <summary>The block that ends the output, without colours.</summary>
    public IReadOnlyList<string> Lines()
    {
        var rows = new List<(string Name, string Value)> { ("JupyterHub", HubUrl.ToString()) };
        if (AuthorityFile is not null)
            rows.Add(("authority", AuthorityFile));
        rows.AddRange(LogIn.Select((line, index) => (index is 0 ? "log in" : "", line)));
        rows.AddRange(More);
        if (Writes is { } writes)
            rows.Add(("changes", writes is 0 ? "none, everything was as it should be" : $"{writes} writes"));
        var width = rows.Max(row => row.Name.Length);
        return [.. rows.Select(row => $"  {row.Name.PadRight(width)}  {row.Value}")];
    }
}
