using System.Net.Http.Headers;

namespace k8s.Authentication;

/// <summary>The token in a file, which the kubelet replaces before it expires.</summary>
public class TokenFileAuth(string tokenFile) : ITokenProvider
{
    // A projected token lives ten minutes at least and is replaced at eighty percent of its life: a copy one minute old
    // is still good.
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private string _token;
    private DateTimeOffset _readAgainAt;

    /// <inheritdoc/>
    public async Task<AuthenticationHeaderValue> GetAuthenticationHeaderAsync(CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();

        if (_readAgainAt < now)
        {
            _token = (await File.ReadAllTextAsync(tokenFile, cancellationToken).ConfigureAwait(false)).Trim();
            _readAgainAt = now + Freshness;
        }

        return new AuthenticationHeaderValue("Bearer", _token);
    }
}
