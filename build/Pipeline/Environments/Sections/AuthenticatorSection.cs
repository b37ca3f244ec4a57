using JupyterHub.Pipeline.Environments.Shapes;

namespace JupyterHub.Pipeline.Environments.Sections;

internal static class AuthenticatorSection
{
    private static readonly SectionShape<DummyAuthenticatorSettings> Dummy = new(keys =>
    {
        var password = keys.Required("password", SecretShape.Instance, "The password that everyone shares.");
        return values => new DummyAuthenticatorSettings { Password = values.Get(password) };
    });

    private static readonly SectionShape<OAuthAuthenticatorSettings> OAuth = new(keys =>
    {
        var defaults = new OAuthAuthenticatorSettings { ClientId = "", ClientSecret = null!, AuthorizeUrl = "", TokenUrl = "", UserdataUrl = "" };
        var clientId = keys.Required("clientId", Text.Any, "The client's id at the provider.");
        var clientSecret = keys.Required("clientSecret", SecretShape.Instance, "The client's secret.");
        var authorizeUrl = keys.Required("authorizeUrl", Addresses.Url, "The provider's authorization endpoint.");
        var tokenUrl = keys.Required("tokenUrl", Addresses.Url, "The provider's token endpoint.");
        var userdataUrl = keys.Required("userdataUrl", Addresses.Url, "The provider's userinfo endpoint.");
        var claim = keys.Default("usernameClaim", Text.Any, defaults.UsernameClaim, "The claim that becomes the user's name.");
        var scope = keys.Default("scope", new ListShape<string>(Text.Where("a scope without blanks", @"^\S+$"), least: 1), defaults.Scope, "The scopes asked for.");
        var service = keys.Default("loginService", Text.Any, defaults.LoginService, "What the login button names.");
        var logout = keys.Optional("logoutRedirectUrl", Addresses.Url, "Where users land after logging out.");
        return values => new OAuthAuthenticatorSettings
        {
            ClientId = values.Get(clientId),
            ClientSecret = values.Get(clientSecret),
            AuthorizeUrl = values.Get(authorizeUrl),
            TokenUrl = values.Get(tokenUrl),
            UserdataUrl = values.Get(userdataUrl),
            UsernameClaim = values.Get(claim),
            Scope = values.Get(scope),
            LoginService = values.Get(service),
            LogoutRedirectUrl = values.Get(logout),
        };
    });

    private static readonly SectionShape<LdapAuthenticatorSettings> Ldap = new(keys =>
    {
        var server = keys.Required("server", Addresses.Server, "Host name or address of the directory.");
        var port = keys.Default("port", Numbers.Port, 636, "Its port.");
        var template = keys.Required("bindDnTemplate",
            new ListShape<string>(Text.Where("a distinguished name with {username} in it", @"\{username\}"), least: 1),
            "Where users are: distinguished names, each with {username} in the place of the name.");
        var useSsl = keys.Default("useSsl", Numbers.Boolean, true, "Whether to speak TLS; passwords travel in clear otherwise.");
        return values => new LdapAuthenticatorSettings
        {
            Server = values.Get(server),
            Port = values.Get(port),
            BindDnTemplate = values.Get(template) ?? [],
            UseSsl = values.Get(useSsl),
        };
    });

    private static readonly SectionShape<NativeAuthenticatorSettings> Native = new(keys =>
    {
        var openSignup = keys.Default("openSignup", Numbers.Boolean, false, "Whether whoever signs up may log in at once; otherwise an admin admits each.");
        return values => new NativeAuthenticatorSettings { OpenSignup = values.Get(openSignup) };
    });

    public static SectionShape<AuthenticatorSettings> Shape { get; } = new(keys =>
    {
        var dummy = keys.Optional("dummy", Dummy, "One password for everyone; only in a rehearsal.");
        var oauth = keys.Optional("oauth", OAuth, "An OAuth 2 or OpenID Connect provider.");
        var ldap = keys.Optional("ldap", Ldap, "A directory that users bind to.");
        var native = keys.Optional("native", Native, "Names and passwords that the hub keeps itself.");
        keys.ExactlyOne(dummy, oauth, ldap, native);
        return values => new AuthenticatorSettings
        {
            Dummy = values.Get(dummy),
            Oauth = values.Get(oauth),
            Ldap = values.Get(ldap),
            Native = values.Get(native),
        };
    });
}
