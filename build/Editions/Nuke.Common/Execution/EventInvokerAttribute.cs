namespace Nuke.Common.Execution;

/// <summary>Calls the overrides of the build class, after all other extensions.</summary>
internal sealed class EventInvokerAttribute : BuildExtensionAttributeBase,
    IOnBuildCreated,
    IOnBuildInitialized,
    IOnTargetRunning,
    IOnTargetSkipped,
    IOnTargetSucceeded,
    IOnTargetFailed,
    IOnBuildFinished
{
    private NukeBuild Instance => (NukeBuild)Build;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => Instance.OnBuildCreated();

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan) => Instance.OnBuildInitialized();

    public void OnTargetRunning(ExecutableTarget target) => Instance.OnTargetRunning(target.Name);

    public void OnTargetSkipped(ExecutableTarget target) => Instance.OnTargetSkipped(target.Name);

    public void OnTargetSucceeded(ExecutableTarget target) => Instance.OnTargetSucceeded(target.Name);

    public void OnTargetFailed(ExecutableTarget target) => Instance.OnTargetFailed(target.Name);

    public void OnBuildFinished() => Instance.OnBuildFinished();
}
