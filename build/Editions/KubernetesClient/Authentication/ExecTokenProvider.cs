using System.Net.Http.Headers;
using k8s.KubeConfigModels;

namespace k8s.Authentication;

/// <summary>Tokens from a credential plugin, which is run again when its token is about to expire.</summary>
public class ExecTokenProvider(ExternalExecution exec) : ITokenProvider
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private ExecCredentialResponse _response;

    internal ExecTokenProvider(ExternalExecution exec, ExecCredentialResponse response)
        : this(exec) => _response = response;

    /// <inheritdoc/>
    public async Task<AuthenticationHeaderValue> GetAuthenticationHeaderAsync(CancellationToken cancellationToken)
    {
        // Requests at the same time share one run: a plugin may ask its user something.
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);

        try
        {
            if (IsExpired)
                _response = await CredentialPlugin.RunAsync(exec, cancellationToken).ConfigureAwait(false);

            return new AuthenticationHeaderValue("Bearer", _response.Status.Token);
        }
        finally
        {
            _gate.Release();
        }
    }

    private bool IsExpired => _response?.Status switch
    {
        null => true,
        { ExpirationTimestamp: { } expiry } => TimeProvider.System.GetUtcNow() + Margin > expiry,
        _ => false,
    };
}
