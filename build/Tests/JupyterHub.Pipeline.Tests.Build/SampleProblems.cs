using JupyterHub.Pipeline.Problems;

public static class SampleProblems
{
    public static readonly ProblemCode Broken = new("HUB0001", "Broken", "A sample.", "mend it");
}
