using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Dns;

/// <summary>A secret shared with a DNS server, and how it signs. Nothing prints the secret.</summary>
public sealed class TsigKey
{
    private readonly byte[] _secret;

    private TsigKey(DnsName name, TsigAlgorithm algorithm, byte[] secret)
    {
        Name = name;
        Algorithm = algorithm;
        _secret = secret;
    }

    /// <summary>The name under which the server knows the key.</summary>
    public DnsName Name { get; }

    public TsigAlgorithm Algorithm { get; }

    /// <summary>Reads a key as BIND's key statement has it.</summary>
    /// <param name="secret">The secret in base64; space around it is ignored, as files end with a newline.</param>
    /// <exception cref="ProblemException">HUB1601, HUB1602 or HUB1603, all that apply, never with the secret in them.</exception>
    public static TsigKey Parse(string name, string algorithm, string secret)
    {
        var problems = new List<Problem>();
        if (!DnsNameText.TryParse(name, out var keyName, out var reason))
            problems.Add(new Problem(DnsProblems.NameInvalid, $"'{name}' is not a name of a TSIG key") { Cause = reason });

        var known = TsigAlgorithm.Find(algorithm);
        if (known is null)
        {
            problems.Add(new Problem(DnsProblems.TsigAlgorithmUnknown, $"'{algorithm}' is not a TSIG algorithm")
            {
                NextStep = $"use one of {string.Join(", ", TsigAlgorithm.All)}: the one that the server's key statement has",
            });
        }

        var octets = new byte[secret.Length];
        if (!Convert.TryFromBase64String(secret.Trim(), octets, out var length) || length == 0)
        {
            problems.Add(new Problem(DnsProblems.TsigSecretInvalid, $"the secret of the TSIG key '{name}' is not base64")
            {
                Cause = secret.AsSpan().Trim().IsEmpty ? "it is empty" : null,
            });
        }

        return problems.Count == 0 ? new TsigKey(keyName!, known!, octets[..length]) : throw new ProblemException(problems);
    }

    /// <summary>Name and algorithm.</summary>
    public override string ToString() => $"{Name} ({Algorithm})";

    internal byte[] Sign(byte[] message) => Algorithm.Sign(_secret, message);
}
