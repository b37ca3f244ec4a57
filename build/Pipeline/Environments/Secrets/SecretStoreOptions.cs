namespace JupyterHub.Pipeline.Environments;

/// <summary>Where and how secrets are read.</summary>
public sealed record SecretStoreOptions
{
    /// <summary>Where the secrets of this environment's rehearsal are kept: <c>.nuke/temp/rehearsal/&lt;environment&gt;/secrets</c>.</summary>
    public required string RehearsalDirectory { get; init; }

    /// <summary>How long a command may take.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The environment's variables.</summary>
    public Func<string, string?> Variable { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>Takes secrets that are already known out of what a failing command said.</summary>
    public Func<string, string> Redact { get; init; } = text => text;

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
