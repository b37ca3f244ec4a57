namespace JupyterHub.Pipeline.Environments;

/// <summary>Refers to a secret that is kept elsewhere.</summary>
/// <param name="Form">Where it is kept.</param>
/// <param name="Arguments">The variable's name, the file's full path, the command with its arguments, or the rehearsal secret's name.</param>
public sealed record SecretReference(SecretForm Form, params IReadOnlyList<string> Arguments)
{
    /// <summary>The dotted path of the reference in the environment: <c>dns.bind9.tsig.secret</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>Where the reference stands: <c>environments/prod.yaml:14:5</c>.</summary>
    public string? Location { get; init; }

    /// <summary>The directory of the file that holds the reference, where a command runs.</summary>
    public string Directory { get; init; } = System.IO.Directory.GetCurrentDirectory();

    /// <summary>The first argument: variable, path, executable or name.</summary>
    public string Target => Arguments[0];

    public bool Equals(SecretReference? other) =>
        other is not null && Form == other.Form && Arguments.SequenceEqual(other.Arguments) && (Form != SecretForm.Command || Directory == other.Directory);

    public override int GetHashCode() => HashCode.Combine(Form, Target);

    /// <summary>The reference, never the secret: <c>env HUB_TSIG</c>.</summary>
    public override string ToString() => $"{Form.ToString().ToLowerInvariant()} {string.Join(' ', Arguments)}";
}
