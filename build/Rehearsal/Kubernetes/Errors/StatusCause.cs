namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>One cause within a <c>Status</c>: <c>FieldValueRequired</c>, <c>Required value</c>, <c>spec.selector</c>.</summary>
public sealed record StatusCause(string Reason, string Message, string Field);
