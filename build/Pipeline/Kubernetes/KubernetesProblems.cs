using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Kubernetes;

public static class KubernetesProblems
{
    public static readonly ProblemCode KubeconfigUnusable = new("HUB1501", "The kubeconfig can't be used",
        "The file is missing, malformed, or names a context, cluster or user that it does not hold.",
        "Check it with: kubectl --kubeconfig FILE config view --minify");

    public static readonly ProblemCode Unreachable = new("HUB1502", "The Kubernetes API does not answer",
        "No connection to the server that the kubeconfig names: wrong address, firewall, VPN, or the server is down.",
        "Check it with: kubectl --kubeconfig FILE get --raw /readyz");

    public static readonly ProblemCode Untrusted = new("HUB1503", "The Kubernetes API's certificate is not trusted",
        "The server's certificate was not issued by the certificate authority in the kubeconfig, or is for another name.",
        "Fetch a current kubeconfig for this cluster; after a rebuilt cluster the old one holds the old authority");

    public static readonly ProblemCode Refused = new("HUB1504", "The Kubernetes API refuses the credentials or the request",
        "The token or certificate is invalid or expired (401), or the identity lacks a permission (403).",
        "Check it with: kubectl --kubeconfig FILE auth whoami, and auth can-i --list");

    public static readonly ProblemCode Conflict = new("HUB1505", "Another manager owns a field",
        "Server-side apply found fields that another field manager has set to other values.",
        "Remove the field there, or leave it out of the template; the pipeline never takes a field by force");

    public static readonly ProblemCode Rejected = new("HUB1506", "The Kubernetes API rejects an object",
        "The object does not pass the server's validation, or changes a field that can't change.",
        "Correct the value in the environment or the template that made the object");

    public static readonly ProblemCode UnknownKind = new("HUB1507", "The cluster does not know a kind",
        "The CustomResourceDefinition that serves the kind is not installed, or not at this version.",
        "Install what provides it; check with: kubectl api-resources");

    public static readonly ProblemCode NotReady = new("HUB1508", "Something did not become ready in time",
        "An object did not reach the state that the next step needs within its deadline.",
        "Read the object's conditions and events, correct the cause and run the same command again; it goes on from there");

    public static readonly ProblemCode WebhookUnavailable = new("HUB1509", "An admission webhook does not answer",
        "The API server could not call a webhook: its pods are not ready or its certificate is not in place yet.",
        "Look at the webhook's pods, then run the same command again");
}
