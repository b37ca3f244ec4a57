using System.Reflection;
using Nuke.Common;

namespace JupyterHub.Pipeline.Execution;

/// <summary>All names that may stand on the command line of a build. Read from its type, so that nothing of NUKE has to run first.</summary>
internal sealed class DeclaredNames
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // Switches that NUKE looks for without declaring them.
    private static readonly DeclaredParameter[] Undeclared =
    [
        .. new[] { "generate-configuration", "shell-completion", "strict", "visual-studio-debug" }.Select(name => new DeclaredParameter(name, Type: null) { Listed = false }),
    ];

    private readonly Dictionary<string, DeclaredParameter> _parameters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _targets = [];

    public DeclaredNames(Type build)
    {
        for (var type = build; type is not null && type != typeof(object); type = type.BaseType)
            Add(type);
        foreach (var component in build.GetInterfaces())
            Add(component);
        foreach (var undeclared in Undeclared)
            _parameters.TryAdd(DeclaredParameter.Letters(undeclared.Name), undeclared);
    }

    public IReadOnlyCollection<DeclaredParameter> Parameters => _parameters.Values;

    public IReadOnlyList<string> Targets => _targets;

    public DeclaredParameter? Find(string name) => _parameters.GetValueOrDefault(DeclaredParameter.Letters(name));

    public bool IsTarget(string name) => _targets.Contains(DeclaredParameter.Letters(name), StringComparer.OrdinalIgnoreCase);

    private void Add(Type type)
    {
        foreach (var member in type.GetMembers(Members))
        {
            if (member is PropertyInfo { PropertyType: var property } && (property == typeof(Target) || property == typeof(Setup) || property == typeof(Cleanup)))
                _targets.Add(member.Name[(member.Name.LastIndexOf('.') + 1)..]);
            else if (member is PropertyInfo or FieldInfo && member.IsDefined(typeof(ParameterAttribute), inherit: true))
                Add(DeclaredParameter.Of(member, member.GetCustomAttribute<ParameterAttribute>()!));
        }
    }

    private void Add(DeclaredParameter parameter) => _parameters.TryAdd(DeclaredParameter.Letters(parameter.Name), parameter);
}
