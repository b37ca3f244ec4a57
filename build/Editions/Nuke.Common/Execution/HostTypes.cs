using System.Reflection;
using System.Reflection.Metadata;
using Nuke.Common.CI.AzurePipelines;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.CI.GitLab;

namespace Nuke.Common.Execution;

/// <summary>
/// The public host types: the engine's own, and those of the assemblies that use it. The latter are looked for in metadata first,
/// because loading every type of every assembly is what makes a build slow to start.
/// </summary>
internal static class HostTypes
{
    private static readonly Type[] s_ownTypes =
    [
        typeof(AzurePipelines), typeof(GitHubActions), typeof(GitLab), typeof(Rider), typeof(VisualStudio), typeof(VSCode), typeof(Terminal)
    ];

    private static readonly Lazy<IReadOnlyCollection<Type>> s_all = new(() => s_ownTypes
        .Concat(AppDomain.CurrentDomain.GetAssemblies()
            .Where(DerivesHosts)
            .SelectMany(x => x.GetTypes())
            .Where(x => x.IsPublic && x.IsSubclassOf(typeof(Host))))
        .ToList());

    public static IReadOnlyCollection<Type> Find() => s_all.Value;

    private static unsafe bool DerivesHosts(Assembly assembly)
    {
        if (assembly == typeof(Host).Assembly || assembly.IsDynamic || IsFramework(assembly) ||
            !assembly.TryGetRawMetadata(out var blob, out var length))
            return false;

        var metadata = new MetadataReader(blob, length);
        foreach (var handle in metadata.TypeDefinitions)
        {
            var baseType = metadata.GetTypeDefinition(handle).BaseType;
            if (baseType.Kind == HandleKind.TypeReference && IsHost(metadata, metadata.GetTypeReference((TypeReferenceHandle)baseType)))
                return true;
        }

        return false;
    }

    private static bool IsHost(MetadataReader metadata, TypeReference type)
    {
        if (!metadata.StringComparer.StartsWith(type.Namespace, "Nuke.Common"))
            return false;

        var name = metadata.GetString(type.Name);
        return name == nameof(Host) || Array.Exists(s_ownTypes, x => x.Name == name);
    }

    private static bool IsFramework(Assembly assembly) =>
        assembly.FullName is { } name &&
        (name.StartsWith("System.", StringComparison.Ordinal) ||
         name.StartsWith("Microsoft.", StringComparison.Ordinal) ||
         name.StartsWith("netstandard,", StringComparison.Ordinal));
}
