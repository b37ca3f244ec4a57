using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Storage;

/// <summary>Reads an export in either of the formats of Rook's script, <c>--format json</c> or <c>--format bash</c>.</summary>
public static class CephExportReader
{
    /// <param name="path">The export's file.</param>
    /// <param name="pool">The pool to use instead of the exported one.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="ProblemException">The file can't be read, is malformed, or lacks values (HUB2101, HUB2102): all of them are named.</exception>
    public static async Task<CephExport> ReadAsync(string path, string? pool, CancellationToken cancellation)
    {
        string text;
        try
        {
            text = await File.ReadAllTextAsync(path, cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException([new Problem(StorageProblems.ExportUnreadable, $"The Ceph export {path} can't be read.") { Location = path, Cause = failure.Message }], failure);
        }
        Dictionary<string, string> values;
        try
        {
            values = IsJson(text) ? CephJsonExport.Read(text) : CephBashExport.Read(text);
        }
        catch (MalformedExportException failure)
        {
            throw new ProblemException([new Problem(StorageProblems.ExportMalformed, $"The Ceph export {path} is neither of Rook's formats.") { Location = $"{path}:{failure.Line}", Cause = failure.Message }], failure);
        }
        return Build(path, values, pool);
    }

    // An object in place of the list is still meant as JSON.
    private static bool IsJson(string text) => text.AsSpan().TrimStart() is ['[' or '{', ..];

    private static CephExport Build(string path, Dictionary<string, string> values, string? pool)
    {
        if (pool is not null)
            values[CephExportKeys.Pool] = pool;
        var missing = CephExportKeys.All.Where(x => string.IsNullOrWhiteSpace(values.GetValueOrDefault(x))).ToList();
        if (missing.Count > 0)
        {
            throw new ProblemException(
                [.. missing.Select(x => new Problem(StorageProblems.ExportMalformed, $"The Ceph export {path} has no {x}.") { Location = path })]);
        }
        return new CephExport
        {
            Fsid = values[CephExportKeys.Fsid],
            Monitors = values[CephExportKeys.Monitors],
            HealthChecker = new CephCredentials(values[CephExportKeys.HealthUser], values[CephExportKeys.HealthKey]),
            Node = new CephCredentials(values[CephExportKeys.NodeUser], values[CephExportKeys.NodeKey]),
            Provisioner = new CephCredentials(values[CephExportKeys.ProvisionerUser], values[CephExportKeys.ProvisionerKey]),
            Pool = values[CephExportKeys.Pool],
        };
    }
}
