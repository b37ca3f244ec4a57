namespace Nuke.Common.CI.AzurePipelines;

public enum AzurePipelinesRepositoryType
{
    AzureRepos,
    TfsVersionControl,
    Git,
    GitHub,
    Svn,
    TfsGit
}
