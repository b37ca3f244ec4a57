using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Hub;

/// <summary>Why a hub is not what its users should find: HUB20xx.</summary>
public static class HubProblems
{
    public static readonly ProblemCode NoRecord = new(
        "HUB2001", "The hub's name has no address",
        "The DNS server has no A record for the hub's host. ExternalDNS writes it from the Ingress, once the Ingress tells an address.",
        "look at what writes the record: kubectl -n external-dns logs deployment/external-dns");

    public static readonly ProblemCode WrongAddress = new(
        "HUB2002", "The hub's name has another address",
        "The DNS server has an address for the hub's host, but not the one that the platform's ingress has. A record that someone else made is never touched by ExternalDNS.",
        "compare the record with ingress.address of the environment; delete a record that was made by hand");

    public static readonly ProblemCode ConnectionRefused = new(
        "HUB2003", "The ingress does not take connections",
        "Nothing listens at the hub's address and port, or the host is not reached.",
        "look at the ingress controller: kubectl -n traefik get pods,services -o wide");

    public static readonly ProblemCode ConnectionTimeout = new(
        "HUB2004", "The hub does not answer in time",
        "A connection or an answer did not come in time: a firewall drops the packets, or the hub hangs.",
        "check the route and the firewalls between this machine and the ingress's address");

    public static readonly ProblemCode UntrustedCertificate = new(
        "HUB2005", "The certificate is not from the platform's authority",
        "The ingress presents a certificate that the environment's CA did not issue. As long as the Certificate is not ready, ingress controllers present one of their own.",
        "look at the certificate: kubectl get certificates,certificaterequests --all-namespaces");

    public static readonly ProblemCode WrongHost = new(
        "HUB2006", "The certificate is for another host",
        "The certificate comes from the platform's authority, but does not have the hub's host among its names.",
        "compare the Ingress's spec.tls hosts with hub.host of the environment");

    public static readonly ProblemCode CertificateExpired = new(
        "HUB2007", "The certificate is not valid now",
        "The certificate, or one of the authority above it, has expired or is not valid yet.",
        "look why it was not renewed: kubectl -n cert-manager logs deployment/cert-manager");

    public static readonly ProblemCode NoTls = new(
        "HUB2008", "The ingress does not speak TLS",
        "What answers at the hub's address and port does not complete a TLS handshake.",
        "check that the port is the one for HTTPS");

    public static readonly ProblemCode AuthorityUnreadable = new(
        "HUB2009", "The authority's certificate cannot be read",
        "The CA that certificates are checked against has no PEM certificate in it.",
        "look at the CA's Secret: kubectl -n cert-manager get secrets");

    public static readonly ProblemCode NoRoute = new(
        "HUB2010", "The ingress does not know the hub (404)",
        "The ingress answers with its default page: it has no route for the host. The Ingress may name another class or host.",
        "compare the Ingress with the controller's class: kubectl get ingress,ingressclass --all-namespaces");

    public static readonly ProblemCode Unavailable = new(
        "HUB2011", "The hub is not available (502, 503 or 504)",
        "The ingress knows the hub, but no pod answers behind it, or the hub's proxy does not reach the hub.",
        "look at the hub: kubectl -n jupyterhub get pods, and: kubectl -n jupyterhub logs deployment/hub");

    public static readonly ProblemCode UnexpectedStatus = new(
        "HUB2012", "The hub answers with an unexpected status",
        "One of the hub's pages did not answer with 200.",
        "look at the hub's log: kubectl -n jupyterhub logs deployment/hub");

    public static readonly ProblemCode UnexpectedBody = new(
        "HUB2013", "The answer is not the hub's",
        "A page answers with 200, but with something that JupyterHub would not: another program answers under the hub's name.",
        "look at what the Ingress leads to: kubectl -n jupyterhub describe ingress");
}
