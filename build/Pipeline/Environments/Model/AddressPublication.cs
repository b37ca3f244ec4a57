namespace JupyterHub.Pipeline.Environments;

/// <summary>How the ingress' address reaches an Ingress' status, and through it ExternalDNS.</summary>
public enum AddressPublication
{
    /// <summary>An annotation on the Ingress names the address.</summary>
    Annotation,

    /// <summary>The controller's Service carries the address as external IP.</summary>
    ExternalIPs,

    /// <summary>A load balancer of the cluster assigns the address.</summary>
    LoadBalancer,
}
