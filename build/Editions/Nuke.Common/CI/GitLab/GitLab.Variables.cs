namespace Nuke.Common.CI.GitLab;

/// <content>The predefined variables that deployments use.</content>
public partial class GitLab
{
    public bool Ci => EnvironmentInfo.GetVariable<bool>("CI");

    public string CommitRefName => EnvironmentInfo.GetVariable("CI_COMMIT_REF_NAME");

    public string CommitRefSlug => EnvironmentInfo.GetVariable("CI_COMMIT_REF_SLUG");

    public string CommitSha => EnvironmentInfo.GetVariable("CI_COMMIT_SHA");

    public string CommitShortSha => EnvironmentInfo.GetVariable("CI_COMMIT_SHORT_SHA");

    public string CommitTag => EnvironmentInfo.GetVariable("CI_COMMIT_TAG");

    public string CommitBranch => EnvironmentInfo.GetVariable("CI_COMMIT_BRANCH");

    public string CommitTitle => EnvironmentInfo.GetVariable("CI_COMMIT_TITLE");

    public string CommitMessage => EnvironmentInfo.GetVariable("CI_COMMIT_MESSAGE");

    public string CommitAuthor => EnvironmentInfo.GetVariable("CI_COMMIT_AUTHOR");

    public string CommitTimestamp => EnvironmentInfo.GetVariable("CI_COMMIT_TIMESTAMP");

    public string CommitBeforeSha => EnvironmentInfo.GetVariable("CI_COMMIT_BEFORE_SHA");

    public bool CommitRefProtected => EnvironmentInfo.GetVariable<bool>("CI_COMMIT_REF_PROTECTED");

    public string ConfigPath => EnvironmentInfo.GetVariable("CI_CONFIG_PATH");

    public string DefaultBranch => EnvironmentInfo.GetVariable("CI_DEFAULT_BRANCH");

    public string EnvironmentName => EnvironmentInfo.GetVariable("CI_ENVIRONMENT_NAME");

    public string EnvironmentSlug => EnvironmentInfo.GetVariable("CI_ENVIRONMENT_SLUG");

    public string EnvironmentUrl => EnvironmentInfo.GetVariable("CI_ENVIRONMENT_URL");

    public string EnvironmentTier => EnvironmentInfo.GetVariable("CI_ENVIRONMENT_TIER");

    public string EnvironmentAction => EnvironmentInfo.GetVariable("CI_ENVIRONMENT_ACTION");

    public long JobId => EnvironmentInfo.GetVariable<long>("CI_JOB_ID");

    public string JobName => EnvironmentInfo.GetVariable("CI_JOB_NAME");

    public string JobStage => EnvironmentInfo.GetVariable("CI_JOB_STAGE");

    public string JobStatus => EnvironmentInfo.GetVariable("CI_JOB_STATUS");

    public string JobToken => EnvironmentInfo.GetVariable("CI_JOB_TOKEN");

    public string JobUrl => EnvironmentInfo.GetVariable("CI_JOB_URL");

    public string JobImage => EnvironmentInfo.GetVariable("CI_JOB_IMAGE");

    public bool JobManual => EnvironmentInfo.GetVariable<bool>("CI_JOB_MANUAL");

    public string JobTimeout => EnvironmentInfo.GetVariable("CI_JOB_TIMEOUT");

    public bool KubernetesActive => EnvironmentInfo.GetVariable<bool>("CI_KUBERNETES_ACTIVE");

    public string Kubeconfig => EnvironmentInfo.GetVariable("KUBECONFIG");

    public string NodeIndex => EnvironmentInfo.GetVariable("CI_NODE_INDEX");

    public string NodeTotal => EnvironmentInfo.GetVariable("CI_NODE_TOTAL");

    public long PipelineId => EnvironmentInfo.GetVariable<long>("CI_PIPELINE_ID");

    public string PipelineIid => EnvironmentInfo.GetVariable("CI_PIPELINE_IID");

    public string PipelineSource => EnvironmentInfo.GetVariable("CI_PIPELINE_SOURCE");

    public string PipelineUrl => EnvironmentInfo.GetVariable("CI_PIPELINE_URL");

    public string ProjectDirectory => EnvironmentInfo.GetVariable("CI_PROJECT_DIR");

    public string ProjectDir => EnvironmentInfo.GetVariable("CI_PROJECT_DIR");

    public long ProjectId => EnvironmentInfo.GetVariable<long>("CI_PROJECT_ID");

    public string ProjectName => EnvironmentInfo.GetVariable("CI_PROJECT_NAME");

    public string ProjectNamespace => EnvironmentInfo.GetVariable("CI_PROJECT_NAMESPACE");

    public string ProjectPath => EnvironmentInfo.GetVariable("CI_PROJECT_PATH");

    public string ProjectPathSlug => EnvironmentInfo.GetVariable("CI_PROJECT_PATH_SLUG");

    public string ProjectTitle => EnvironmentInfo.GetVariable("CI_PROJECT_TITLE");

    public string ProjectUrl => EnvironmentInfo.GetVariable("CI_PROJECT_URL");

    public GitLabProjectVisibility ProjectVisibility => EnvironmentInfo.GetVariable<GitLabProjectVisibility>("CI_PROJECT_VISIBILITY");

    public string Registry => EnvironmentInfo.GetVariable("CI_REGISTRY");

    public string RegistryImage => EnvironmentInfo.GetVariable("CI_REGISTRY_IMAGE");

    public string RegistryUser => EnvironmentInfo.GetVariable("CI_REGISTRY_USER");

    public string RegistryPassword => EnvironmentInfo.GetVariable("CI_REGISTRY_PASSWORD");

    public string RepositoryUrl => EnvironmentInfo.GetVariable("CI_REPOSITORY_URL");

    public long RunnerId => EnvironmentInfo.GetVariable<long>("CI_RUNNER_ID");

    public string RunnerDescription => EnvironmentInfo.GetVariable("CI_RUNNER_DESCRIPTION");

    public string RunnerTags => EnvironmentInfo.GetVariable("CI_RUNNER_TAGS");

    public string RunnerVersion => EnvironmentInfo.GetVariable("CI_RUNNER_VERSION");

    public string ServerHost => EnvironmentInfo.GetVariable("CI_SERVER_HOST");

    public string ServerName => EnvironmentInfo.GetVariable("CI_SERVER_NAME");

    public string ServerUrl => EnvironmentInfo.GetVariable("CI_SERVER_URL");

    public string ServerVersion => EnvironmentInfo.GetVariable("CI_SERVER_VERSION");

    public string ApiV4Url => EnvironmentInfo.GetVariable("CI_API_V4_URL");

    public string BuildsDir => EnvironmentInfo.GetVariable("CI_BUILDS_DIR");

    public bool DeployFreeze => EnvironmentInfo.GetVariable<bool>("CI_DEPLOY_FREEZE");

    public string DeployUser => EnvironmentInfo.GetVariable("CI_DEPLOY_USER");

    public string DeployPassword => EnvironmentInfo.GetVariable("CI_DEPLOY_PASSWORD");

    public long GitLabUserId => EnvironmentInfo.GetVariable<long>("GITLAB_USER_ID");

    public string GitLabUserEmail => EnvironmentInfo.GetVariable("GITLAB_USER_EMAIL");

    public string GitLabUserLogin => EnvironmentInfo.GetVariable("GITLAB_USER_LOGIN");

    public string GitLabUserName => EnvironmentInfo.GetVariable("GITLAB_USER_NAME");

    public string MergeRequestId => EnvironmentInfo.GetVariable("CI_MERGE_REQUEST_ID");

    public string MergeRequestIid => EnvironmentInfo.GetVariable("CI_MERGE_REQUEST_IID");

    public string MergeRequestTitle => EnvironmentInfo.GetVariable("CI_MERGE_REQUEST_TITLE");

    public string MergeRequestLabels => EnvironmentInfo.GetVariable("CI_MERGE_REQUEST_LABELS");

    public bool MergeRequestApproved => EnvironmentInfo.GetVariable<bool>("CI_MERGE_REQUEST_APPROVED");

    public string MergeRequestEventType => EnvironmentInfo.GetVariable("CI_MERGE_REQUEST_EVENT_TYPE");

    public string MergeRequestSourceBranchName => EnvironmentInfo.GetVariable("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME");

    public string MergeRequestTargetBranchName => EnvironmentInfo.GetVariable("CI_MERGE_REQUEST_TARGET_BRANCH_NAME");

    public string MergeRequestProjectPath => EnvironmentInfo.GetVariable("CI_MERGE_REQUEST_PROJECT_PATH");

    public string TriggerPayload => EnvironmentInfo.GetVariable("TRIGGER_PAYLOAD");
}
