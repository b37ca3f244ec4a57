using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>Where a cluster's API server is, and how to know it.</summary>
public class ClusterEndpoint
{
    /// <summary>Path of a PEM file with the authorities that may sign the server's certificate.</summary>
    [YamlMember(Alias = "certificate-authority", ApplyNamingConventions = false)]
    public string CertificateAuthority { get; set; }

    /// <summary>The same as base64 of PEM; it wins over the file.</summary>
    [YamlMember(Alias = "certificate-authority-data", ApplyNamingConventions = false)]
    public string CertificateAuthorityData { get; set; }

    /// <summary>URL of the API server.</summary>
    [YamlMember(Alias = "server")]
    public string Server { get; set; }

    /// <summary>Name that the server's certificate is checked for, if not the URL's host.</summary>
    [YamlMember(Alias = "tls-server-name", ApplyNamingConventions = false)]
    public string TlsServerName { get; set; }

    /// <summary>Whether any certificate is accepted.</summary>
    [YamlMember(Alias = "insecure-skip-tls-verify", ApplyNamingConventions = false)]
    public bool SkipTlsVerify { get; set; }

    /// <summary>What others keep here.</summary>
    [YamlMember(Alias = "extensions")]
    public IEnumerable<NamedExtension> Extensions { get; set; }
}
