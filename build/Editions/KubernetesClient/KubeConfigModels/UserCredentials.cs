using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>How a user authenticates.</summary>
public class UserCredentials
{
    /// <summary>Client certificate as base64 of PEM.</summary>
    [YamlMember(Alias = "client-certificate-data", ApplyNamingConventions = false)]
    public string ClientCertificateData { get; set; }

    /// <summary>Path of the client certificate's PEM file.</summary>
    [YamlMember(Alias = "client-certificate", ApplyNamingConventions = false)]
    public string ClientCertificate { get; set; }

    /// <summary>Client key as base64 of PEM.</summary>
    [YamlMember(Alias = "client-key-data", ApplyNamingConventions = false)]
    public string ClientKeyData { get; set; }

    /// <summary>Path of the client key's PEM file.</summary>
    [YamlMember(Alias = "client-key", ApplyNamingConventions = false)]
    public string ClientKey { get; set; }

    /// <summary>Bearer token.</summary>
    [YamlMember(Alias = "token")]
    public string Token { get; set; }

    /// <summary>User to impersonate.</summary>
    [YamlMember(Alias = "as")]
    public string Impersonate { get; set; }

    /// <summary>Groups to impersonate.</summary>
    [YamlMember(Alias = "as-groups", ApplyNamingConventions = false)]
    public IEnumerable<string> ImpersonateGroups { get; set; } = [];

    /// <summary>More about the impersonated user.</summary>
    [YamlMember(Alias = "as-user-extra", ApplyNamingConventions = false)]
    public Dictionary<string, string> ImpersonateUserExtra { get; set; } = [];

    /// <summary>User name for basic authentication.</summary>
    [YamlMember(Alias = "username")]
    public string UserName { get; set; }

    /// <summary>Password for basic authentication.</summary>
    [YamlMember(Alias = "password")]
    public string Password { get; set; }

    /// <summary>A legacy authentication provider.</summary>
    [YamlMember(Alias = "auth-provider", ApplyNamingConventions = false)]
    public AuthProvider AuthProvider { get; set; }

    /// <summary>What others keep here.</summary>
    [YamlMember(Alias = "extensions")]
    public IEnumerable<NamedExtension> Extensions { get; set; }

    /// <summary>A command that prints credentials.</summary>
    [YamlMember(Alias = "exec")]
    public ExternalExecution ExternalExecution { get; set; }
}
