namespace Nuke.Common.CI.AzurePipelines;

public enum AzurePipelinesJobStatus
{
    Canceled,
    Failed,
    Succeeded,
    SucceededWithIssues
}
