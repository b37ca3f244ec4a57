namespace JupyterHub.Pipeline.Dns;

/// <summary>What became of the records of one name and type.</summary>
/// <param name="Before">The records as they were; null when there were none.</param>
public sealed record RecordSetChange(DnsRecordSet? Before, DnsRecordSet After)
{
    public override string ToString() => $"{After.Name} {After.Type.ToText()}: {Before?.ToString() ?? "none"} -> {After}";
}
