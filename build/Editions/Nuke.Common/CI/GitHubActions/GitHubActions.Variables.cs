using Nuke.Common.IO;

namespace Nuke.Common.CI.GitHubActions;

/// <content>The default environment variables.</content>
public partial class GitHubActions
{
    public string Home => EnvironmentInfo.GetVariable("HOME");

    public string Workflow => EnvironmentInfo.GetVariable("GITHUB_WORKFLOW");

    public string Action => EnvironmentInfo.GetVariable("GITHUB_ACTION");

    public string Actor => EnvironmentInfo.GetVariable("GITHUB_ACTOR");

    public string Repository => EnvironmentInfo.GetVariable("GITHUB_REPOSITORY");

    public string RepositoryOwner => EnvironmentInfo.GetVariable("GITHUB_REPOSITORY_OWNER");

    public string EventName => EnvironmentInfo.GetVariable("GITHUB_EVENT_NAME");

    public string EventPath => EnvironmentInfo.GetVariable("GITHUB_EVENT_PATH");

    public string Workspace => EnvironmentInfo.GetVariable("GITHUB_WORKSPACE");

    public string Sha => EnvironmentInfo.GetVariable("GITHUB_SHA");

    public string Ref => EnvironmentInfo.GetVariable("GITHUB_REF");

    public string RefName => EnvironmentInfo.GetVariable("GITHUB_REF_NAME");

    public string HeadRef => EnvironmentInfo.GetVariable("GITHUB_HEAD_REF");

    public string BaseRef => EnvironmentInfo.GetVariable("GITHUB_BASE_REF");

    public string RefType => EnvironmentInfo.GetVariable("GITHUB_REF_TYPE");

    public long RunAttempt => EnvironmentInfo.GetVariable<long>("GITHUB_RUN_ATTEMPT");

    public long RunNumber => EnvironmentInfo.GetVariable<long>("GITHUB_RUN_NUMBER");

    public long RunId => EnvironmentInfo.GetVariable<long>("GITHUB_RUN_ID");

    public string ServerUrl => EnvironmentInfo.GetVariable("GITHUB_SERVER_URL");

    public string Job => EnvironmentInfo.GetVariable("GITHUB_JOB");

    public string Token => EnvironmentInfo.GetVariable("GITHUB_TOKEN");

    public AbsolutePath StepSummaryFile => EnvironmentInfo.GetVariable("GITHUB_STEP_SUMMARY");
}
