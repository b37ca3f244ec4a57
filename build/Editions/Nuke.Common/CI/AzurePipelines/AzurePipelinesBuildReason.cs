namespace Nuke.Common.CI.AzurePipelines;

public enum AzurePipelinesBuildReason
{
    Manual,
    IndividualCI,
    BatchedCI,
    Schedule,
    ValidateShelveset,
    CheckInShelveset,
    PullRequest,
    ResourceTrigger
}
