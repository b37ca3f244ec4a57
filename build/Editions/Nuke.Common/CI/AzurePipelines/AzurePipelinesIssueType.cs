namespace Nuke.Common.CI.AzurePipelines;

public enum AzurePipelinesIssueType
{
    Warning,
    Error
}
