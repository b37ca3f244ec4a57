namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>One answered request, without bodies and without the token.</summary>
/// <param name="Time">When it arrived.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">Path and query.</param>
/// <param name="UserAgent">The client, as it names itself.</param>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="Duration">From arrival to the end of the answer.</param>
/// <param name="Changed">Whether it changed the cluster.</param>
public sealed record ApiRequestRecord(
    DateTimeOffset Time, string Method, string Target, string UserAgent, int Status, TimeSpan Duration, bool Changed);
