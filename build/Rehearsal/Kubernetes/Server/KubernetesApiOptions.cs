namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>How the API is served.</summary>
public sealed record KubernetesApiOptions
{
    /// <summary>Where authority, token and port are kept between runs; made when it is missing, private to its owner.</summary>
    public required string StateDirectory { get; init; }

    /// <summary>The port on 127.0.0.1; 0 takes the port of the last run, or lets the system choose one.</summary>
    public int Port { get; init; }

    /// <summary>Receives every request after it was answered. Must be quick and thread-safe.</summary>
    public Action<ApiRequestRecord>? Transcript { get; init; }

    /// <summary>Asked before objects are created or changed through the API; nobody when absent.</summary>
    public IAdmission? Admission { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
