using JupyterHub.Pipeline.Kubernetes;
using JupyterHub.Pipeline.Problems;
using Microsoft.AspNetCore.Http;

namespace JupyterHub.Pipeline.Tests.Kubernetes;

public sealed class WatchTests
{
    private static readonly Readiness One = Readiness.Exists(TestCluster.ConfigMapOf("one"));

    [Fact]
    public async Task A_server_that_closes_every_watch_at_once_is_not_asked_without_pause()
    {
        await using var api = await ScriptedApi.StartAsync((_, context) => ScriptedApi.IsWatch(context) ? Task.CompletedTask : ScriptedApi.NothingAsync(context));

        await Should.ThrowAsync<ProblemException>(api.Client.UntilAsync([One], TimeSpan.FromSeconds(2), CancellationToken.None));

        api.Watches.ShouldBeInRange(1, 12);
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("gone")]
    [InlineData("reset")]
    [InlineData("half a line")]
    public async Task A_watch_that_breaks_is_opened_again(string how)
    {
        await using var api = await ScriptedApi.StartAsync((api, context) => (ScriptedApi.IsWatch(context), api.Reads) switch
        {
            (true, _) => Break(how, context),
            (_, < 3) => ScriptedApi.NothingAsync(context),
            _ => ScriptedApi.OneAsync(context),
        });

        await api.Client.UntilAsync([One], TimeSpan.FromMinutes(2), CancellationToken.None);

        api.Watches.ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_server_that_restarts_meanwhile_is_waited_for()
    {
        await using var api = await ScriptedApi.StartAsync(async (api, context) =>
        {
            if (api.Reads > 5)
                await ScriptedApi.OneAsync(context);
            else
                context.Abort();
        });

        await api.Client.UntilAsync([One], TimeSpan.FromMinutes(2), CancellationToken.None);

        api.Reads.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task A_refusal_ends_the_wait_for_everything_at_once()
    {
        await using var api = await ScriptedApi.StartAsync(async (_, context) =>
        {
            if (context.Request.QueryString.Value!.Contains("two", StringComparison.Ordinal))
            {
                context.Response.StatusCode = 403;
                await context.Response.WriteAsync("""{"reason":"Forbidden","message":"configmaps is forbidden: User \"me\" cannot list resource \"configmaps\""}""");
            }
            else if (ScriptedApi.IsWatch(context))
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            else
                await ScriptedApi.NothingAsync(context);
        });

        var problem = (await Should.ThrowAsync<ProblemException>(api.Client.UntilAsync(
            [One, Readiness.Exists(TestCluster.ConfigMapOf("two"))], TimeSpan.FromHours(1), CancellationToken.None))).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe(KubernetesProblems.Refused);
    }

    private static async Task Break(string how, HttpContext context)
    {
        switch (how)
        {
            case "expired":
                await context.Response.WriteAsync("""{"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired"}}""" + "\n");
                break;
            case "gone":
                context.Response.StatusCode = 410;
                await context.Response.WriteAsync("""{"kind":"Status","code":410,"reason":"Expired","message":"too old resource version"}""");
                break;
            case "half a line":
                await context.Response.WriteAsync("""{"type":"ADDED","obj""");
                break;
            default:
                await context.Response.WriteAsync("\n");
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
        }
    }
}
