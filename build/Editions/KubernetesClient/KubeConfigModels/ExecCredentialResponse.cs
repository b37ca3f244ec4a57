namespace k8s.KubeConfigModels;

/// <summary>What a credential plugin prints.</summary>
public class ExecCredentialResponse
{
    /// <summary>Version of the ExecCredential API.</summary>
    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; set; }

    /// <summary>ExecCredential.</summary>
    [JsonPropertyName("kind")]
    public string Kind { get; set; }

    /// <summary>The credentials.</summary>
    [JsonPropertyName("status")]
    public ExecStatus Status { get; set; }

    /// <summary>Credentials: a token, or a client certificate with its key, or both.</summary>
    public class ExecStatus
    {
        /// <summary>When to ask again; null for never.</summary>
        public DateTime? ExpirationTimestamp { get; set; }

        /// <summary>Bearer token.</summary>
        public string Token { get; set; }

        /// <summary>Client certificate as PEM.</summary>
        public string ClientCertificateData { get; set; }

        /// <summary>Its key as PEM.</summary>
        public string ClientKeyData { get; set; }

        /// <summary>Whether there is anything to authenticate with.</summary>
        public bool IsValid() =>
            !string.IsNullOrEmpty(Token)
            || (!string.IsNullOrEmpty(ClientCertificateData) && !string.IsNullOrEmpty(ClientKeyData));
    }
}
