using JupyterHub.Pipeline.Kubernetes;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Tests.Kubernetes;

public sealed class AdmissionTests
{
    private const string Race = "Internal error occurred: failed calling webhook \"webhook.cert-manager.io\": failed to call webhook: Post \"https://x\": x509: certificate signed by unknown authority";

    [Fact]
    public async Task A_webhook_that_is_not_ready_yet_is_tried_again()
    {
        var admission = new Refusals(2, () => new ApiStatusException(500, "InternalError", Race));
        await using var cluster = await TestCluster.StartAsync(admission);

        (await cluster.ApplyAsync(TestCluster.ConfigMap("one"))).ShouldHaveSingleItem();

        admission.Asked.ShouldBe(3);
    }

    [Fact]
    public async Task A_webhook_that_never_answers_is_named_at_the_deadline()
    {
        await using var cluster = await TestCluster.StartAsync(new Refusals(int.MaxValue, () => new ApiStatusException(500, "InternalError", Race)));

        var problem = (await Should.ThrowAsync<ProblemException>(cluster.Client.ApplyAsync(
            [TestCluster.Parse(TestCluster.ConfigMap("one"))], TimeSpan.FromMilliseconds(600), CancellationToken.None))).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe(KubernetesProblems.WebhookUnavailable);
        problem.Cause.ShouldBe(Race);
    }

    [Fact]
    public async Task A_webhook_that_refuses_is_not_asked_again_and_is_no_matter_of_credentials()
    {
        var admission = new Refusals(int.MaxValue, () => new ApiStatusException(403, "Forbidden", "admission webhook \"policy.example.org\" denied the request: no"));
        await using var cluster = await TestCluster.StartAsync(admission);

        var problem = (await Should.ThrowAsync<ProblemException>(cluster.ApplyAsync(TestCluster.ConfigMap("one")))).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe(KubernetesProblems.Rejected);
        problem.Cause.ShouldNotBeNull().ShouldContain("denied the request: no");
        admission.Asked.ShouldBe(1);
    }

    private sealed class Refusals(int times, Func<ApiStatusException> refusal) : IAdmission
    {
        private int _asked;

        public int Asked => _asked;

        public void Admit(ResourceType type, string? @namespace, string operation)
        {
            if (type.Kind == "ConfigMap" && Interlocked.Increment(ref _asked) <= times)
                throw refusal();
        }
    }
}
