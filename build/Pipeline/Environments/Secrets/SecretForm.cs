namespace JupyterHub.Pipeline.Environments;

/// <summary>The ways to refer to a secret. There is none to write it down.</summary>
public enum SecretForm
{
    /// <summary>An environment variable.</summary>
    Env,

    /// <summary>A file that only its owner can read.</summary>
    File,

    /// <summary>What a command prints.</summary>
    Command,

    /// <summary>Made up once, and kept with the state of the rehearsal.</summary>
    Rehearsal,
}
