using System.Reflection;
using Nuke.Common.IO;

namespace Nuke.Common.Tooling;

/// <summary>Injects a tool by its path, which is taken from the root directory when it is relative.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class LocalPathAttribute : ToolInjectionAttributeBase
{
    private readonly string _path;

    public LocalPathAttribute(string absoluteOrRelativePath) => _path = absoluteOrRelativePath;

    public LocalPathAttribute(string windowsPath, string unixPath) => _path = EnvironmentInfo.IsWin ? windowsPath : unixPath;

    public override ToolRequirement GetRequirement(MemberInfo member) => null;

    public override object GetValue(MemberInfo member, object instance) =>
        ToolResolver.GetTool(PathConstruction.HasPathRoot(_path) ? _path : Path.Combine(Build.RootDirectory, _path));
}
