using JupyterHub.Pipeline.Environments.Shapes;

namespace JupyterHub.Pipeline.Environments.Sections;

internal static class IngressSection
{
    private static readonly IngressSettings Ingress = new() { Address = System.Net.IPAddress.Loopback };

    public static SectionShape<IngressSettings> Shape { get; } = new(keys =>
    {
        var className = keys.Default("className", Text.ObjectName, Ingress.ClassName, "The IngressClass of the hub's Ingress.");
        var ns = keys.Default("namespace", Text.Label, Ingress.Namespace, "Namespace of the ingress controller.");
        var address = keys.Optional("address", Addresses.Ip, "The address that users' names resolve to. Needed except in a rehearsal, where it is 127.0.0.1.");
        var publish = keys.Default("publish",
            new Choice<AddressPublication>(
                ("annotation", AddressPublication.Annotation), ("externalIPs", AddressPublication.ExternalIPs), ("loadBalancer", AddressPublication.LoadBalancer)),
            Ingress.Publish, "How ExternalDNS learns the address: from an annotation, or from the controller's Service.");
        var install = keys.Default("install", Numbers.Boolean, Ingress.Install, "Whether to install the controller; false where the cluster brings its own, as RKE2 may.");
        return values => new IngressSettings
        {
            ClassName = values.Get(className),
            Namespace = values.Get(ns),
            Address = values.Get(address)!,
            Publish = values.Get(publish),
            Install = values.Get(install),
        };
    });
}
