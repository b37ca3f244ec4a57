using System.Reflection;
using Nuke.Common.IO;
using Nuke.Common.Parameters;

namespace Nuke.Common.ProjectModel;

/// <summary>Injects a solution by the given path, else by the parameter of the member's name.</summary>
public class SolutionAttribute : ParameterAttribute
{
    private readonly string _relativePath;

    public SolutionAttribute()
        : this(relativePath: null)
    {
    }

    public SolutionAttribute(string relativePath)
        : base("Path to a solution file that is automatically loaded." + (relativePath is null ? string.Empty : $" Default is {relativePath}.")) =>
        _relativePath = relativePath;

    public override bool List { get; set; }

    public override object GetValue(MemberInfo member, object instance)
    {
        var file = _relativePath is not null
            ? Build.RootDirectory / _relativePath
            : ParameterService.GetParameter<AbsolutePath>(member).NotNull($"No solution file defined for '{member.Name}'.");
        return file.ReadSolution();
    }
}
