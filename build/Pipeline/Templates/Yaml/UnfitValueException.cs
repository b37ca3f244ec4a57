using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Templates.Yaml;

/// <summary>A value cannot stand where the template puts it. Becomes a problem at the template's line and column.</summary>
internal sealed class UnfitValueException(ProblemCode code, int value, string what) : Exception(what)
{
    public ProblemCode Code => code;

    /// <summary>Which of the interpolated values.</summary>
    public int Value => value;
}
