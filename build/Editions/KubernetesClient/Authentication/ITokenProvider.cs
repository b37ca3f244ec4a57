using System.Net.Http.Headers;

namespace k8s.Authentication;

/// <summary>A source of tokens, asked before every request.</summary>
public interface ITokenProvider
{
    /// <summary>The Authorization header to send now.</summary>
    Task<AuthenticationHeaderValue> GetAuthenticationHeaderAsync(CancellationToken cancellationToken);
}
