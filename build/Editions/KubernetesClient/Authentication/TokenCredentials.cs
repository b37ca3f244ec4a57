namespace k8s.Authentication;

/// <summary>Authentication by a token.</summary>
public class TokenCredentials : ServiceClientCredentials
{
    /// <summary>A bearer token.</summary>
    public TokenCredentials(string token)
        : this(token, "Bearer")
    {
    }

    /// <summary>A token of some type.</summary>
    public TokenCredentials(string token, string tokenType)
        : this(new StringTokenProvider(token, tokenType))
    {
        if (string.IsNullOrEmpty(token))
            throw new ArgumentNullException(nameof(token));

        if (string.IsNullOrEmpty(tokenType))
            throw new ArgumentNullException(nameof(tokenType));
    }

    /// <summary>Tokens from a provider.</summary>
    public TokenCredentials(ITokenProvider tokenProvider)
    {
        ArgumentNullException.ThrowIfNull(tokenProvider);
        TokenProvider = tokenProvider;
    }

    /// <summary>Tokens from a provider, with whom they stand for.</summary>
    public TokenCredentials(ITokenProvider tokenProvider, string tenantId, string callerId)
        : this(tokenProvider)
    {
        TenantId = tenantId;
        CallerId = callerId;
    }

    /// <summary>Where tokens come from.</summary>
    protected ITokenProvider TokenProvider { get; }

    /// <summary>The tenant that the tokens stand for.</summary>
    public string TenantId { get; }

    /// <summary>The caller whom the tokens stand for.</summary>
    public string CallerId { get; }

    /// <inheritdoc/>
    public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        request.Headers.Authorization =
            await TokenProvider.GetAuthenticationHeaderAsync(cancellationToken).ConfigureAwait(false);
        await base.ProcessHttpRequestAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
