using JupyterHub.Pipeline.Certificates;
using JupyterHub.Pipeline.Reporting;
using Nuke.Common;

namespace JupyterHub.Pipeline.Components;

/// <summary>Makes the platform's certificate authority and its issuer, or brings the hub's own certificate in.</summary>
[TargetGroup("Steps of a deployment", Order = 3)]
public interface ICreateIssuers : IHazDeployment
{
    Target CreateIssuers => _ => _
        .Description("Creates the certificate authority and its issuer")
        .DependsOn<IInstallCertManager>()
        .Executes(async () =>
        {
            if (Deployment.Environment.Certificates.Provided is not null)
            {
                await Deployment.ApplyAsync("cert-manager/provided.yaml", await Deployment.ProvidedCertificateAsync());
                return;
            }
            await Deployment.ApplyAsync("cert-manager/authority.yaml");
            await Deployment.UntilAsync(CertManager.AuthorityIsReady);
        });
}
