namespace JupyterHub.Pipeline.Environments;

/// <summary>An OAuth 2 or OpenID Connect provider.</summary>
public sealed record OAuthAuthenticatorSettings
{
    public required string ClientId { get; init; }

    public required SecretReference ClientSecret { get; init; }

    public required string AuthorizeUrl { get; init; }

    public required string TokenUrl { get; init; }

    public required string UserdataUrl { get; init; }

    /// <summary>The claim that becomes the user's name.</summary>
    public string UsernameClaim { get; init; } = "preferred_username";

    public IReadOnlyList<string> Scope { get; init; } = ["openid", "profile", "email"];

    /// <summary>What the login button says.</summary>
    public string LoginService { get; init; } = "single sign-on";

    public string? LogoutRedirectUrl { get; init; }
}
