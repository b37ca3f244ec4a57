using System.Collections.Concurrent;
using System.Text;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Environments;

/// <summary>
/// Reads secrets where their references point, each once and when first asked for, and registers them for redaction before anybody sees
/// them. Safe for use by many threads.
/// </summary>
public sealed class SecretStore(ISecretSink sink, SecretStoreOptions options) : ISecretSource
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ConcurrentDictionary<SecretReference, Lazy<Task<string>>> _known = new();

    public async Task<string> GetAsync(SecretReference reference, CancellationToken cancellation)
    {
        while (true)
        {
            var reading = _known.GetOrAdd(reference, key => new Lazy<Task<string>>(() => ReadAsync(key, cancellation)));
            try
            {
                return await reading.Value.WaitAsync(cancellation);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // Whoever asked first has given up; this caller has not.
                _known.TryRemove(new(reference, reading));
            }
            catch
            {
                _known.TryRemove(new(reference, reading));
                throw;
            }
        }
    }

    private async Task<string> ReadAsync(SecretReference reference, CancellationToken cancellation)
    {
        var bytes = reference.Form switch
        {
            SecretForm.Env => FromVariable(reference),
            SecretForm.File => await SecretFile.ReadAsync(reference, cancellation),
            SecretForm.Command => await SecretCommand.RunAsync(reference, options, cancellation),
            _ => await RehearsalSecret.ReadOrMakeAsync(reference, options.RehearsalDirectory, cancellation),
        };
        var secret = WithoutLastLineBreak(Decode(bytes, reference));
        if (secret.Length > 0)
            sink.Register(secret);
        if (secret.Trim().Length == 0)
            throw new ProblemException(Problem(SecretProblems.Empty, reference, "gives nothing"));
        if (secret.Contains('\0'))
            throw new ProblemException(Problem(SecretProblems.Malformed, reference, "gives text with a NUL character in it"));
        return secret;
    }

    /// <summary>A problem with a secret: its path, where its reference stands, and never its value.</summary>
    internal static Problem Problem(ProblemCode code, SecretReference reference, string what) =>
        new(code, $"{(reference.Path.Length > 0 ? reference.Path : "The secret")} ({reference}) {what}") { Location = reference.Location };

    private byte[] FromVariable(SecretReference reference)
    {
        var value = options.Variable(reference.Target);
        return string.IsNullOrEmpty(value)
            ? throw new ProblemException(Problem(SecretProblems.VariableMissing, reference, value is null ? "is not set" : "is empty"))
            : Encoding.UTF8.GetBytes(value);
    }

    private static string Decode(byte[] bytes, SecretReference reference)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new ProblemException(Problem(SecretProblems.Malformed, reference, "gives bytes that are not UTF-8 text"));
        }
    }

    private static string WithoutLastLineBreak(string text) =>
        text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
}
