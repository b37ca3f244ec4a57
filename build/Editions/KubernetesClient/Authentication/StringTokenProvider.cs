using System.Net.Http.Headers;

namespace k8s.Authentication;

/// <summary>Always the same token.</summary>
public sealed class StringTokenProvider(string accessToken, string tokenType) : ITokenProvider
{
    /// <summary>The scheme of the Authorization header.</summary>
    public string TokenType { get; } = tokenType;

    /// <inheritdoc/>
    public Task<AuthenticationHeaderValue> GetAuthenticationHeaderAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new AuthenticationHeaderValue(TokenType, accessToken));
}
