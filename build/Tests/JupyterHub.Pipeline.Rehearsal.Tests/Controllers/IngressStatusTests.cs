using JupyterHub.Pipeline.Rehearsal.Controllers;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;
using JupyterHub.Pipeline.Rehearsal.Tests.Charts;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Controllers;

public sealed class IngressStatusTests
{
    [HelmTheory]
    [InlineData("ClusterIP, as RKE2 ships it: nothing to publish", null, "service.spec.type=ClusterIP")]
    [InlineData("LoadBalancer without anything that provides addresses", null, "service.spec.type=LoadBalancer")]
    [InlineData("external addresses of the Service", "10.0.0.80", "service.spec.type=ClusterIP,service.spec.externalIPs={10.0.0.80}")]
    [InlineData("an address that it is told", "10.0.0.81", "providers.kubernetesIngress.publishedService.enabled=false,providers.kubernetesIngress.ingressEndpoint.ip=10.0.0.81")]
    [InlineData("a class of another controller", null, "ingressClass.name=other,providers.kubernetesIngress.ingressEndpoint.ip=10.0.0.81")]
    public async Task The_status_has_an_address_only_where_there_is_one(string what, string? address, string values)
    {
        await using var cluster = new RunningCluster();
        cluster.Apply(await HelmCommandLine.TemplateAsync("traefik", "traefik", "--set", values));
        cluster.Apply(Platform.Ingress);
        await cluster.Until(Resources.Deployments, "traefik", "traefik", each => each.Number("status", "availableReplicas") == 1);
        await cluster.Settle();
        var ingress = cluster.Cluster.Get(Resources.Ingresses, "shop", "site");
        ingress.Items("status", "loadBalancer", "ingress").FirstOrDefault().Text("ip").ShouldBe(address, what);
    }
}
