using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using k8s.Exceptions;

namespace k8s.Authentication;

/// <summary>
/// An OpenID Connect id token, which is replaced by means of its refresh token when it is about to expire. As upstream, the
/// issuer's URL is taken for the token endpoint itself; nothing is discovered.
/// </summary>
public class OidcTokenProvider : ITokenProvider
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private readonly string _clientId;
    private readonly string _clientSecret;
    private readonly string _idpIssuerUrl;
    private string _idToken;
    private string _refreshToken;
    private DateTimeOffset _expiry;

    /// <summary>A provider that starts with the given tokens.</summary>
    public OidcTokenProvider(string clientId, string clientSecret, string idpIssuerUrl, string idToken, string refreshToken)
    {
        _clientId = clientId;
        _clientSecret = clientSecret;
        _idpIssuerUrl = idpIssuerUrl;
        _idToken = idToken;
        _refreshToken = refreshToken;
        _expiry = ExpiryOf(idToken);
    }

    /// <inheritdoc/>
    /// <exception cref="KubernetesClientException">The token could not be replaced.</exception>
    public async Task<AuthenticationHeaderValue> GetAuthenticationHeaderAsync(CancellationToken cancellationToken)
    {
        if (_idToken is null || TimeProvider.System.GetUtcNow() + Margin > _expiry)
            await RefreshAsync(cancellationToken).ConfigureAwait(false);

        return new AuthenticationHeaderValue("Bearer", _idToken);
    }

    // RFC 7519: the second part is the claims, as base64url of JSON. What cannot be read is taken as expired.
    private static DateTimeOffset ExpiryOf(string token)
    {
        try
        {
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]));
            return DateTimeOffset.FromUnixTimeSeconds(claims.RootElement.GetProperty("exp").GetInt64());
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return default;
        }
    }

    // RFC 6749, section 6.
    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = new HttpClient();
            using var response = await client.PostAsync(
                _idpIssuerUrl,
                new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "refresh_token",
                    ["client_id"] = _clientId,
                    ["client_secret"] = _clientSecret,
                    ["refresh_token"] = _refreshToken,
                }),
                cancellationToken).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();

            var tokens = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken).ConfigureAwait(false);

            if (tokens.TryGetProperty("id_token", out var idToken))
                _idToken = idToken.GetString();

            if (tokens.TryGetProperty("refresh_token", out var refreshToken))
                _refreshToken = refreshToken.GetString();

            if (tokens.TryGetProperty("expires_in", out var seconds))
                _expiry = TimeProvider.System.GetUtcNow().AddSeconds(seconds.GetInt32());
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new KubernetesClientException($"Unable to refresh OIDC token. \n {e.Message}", e);
        }
    }
}
