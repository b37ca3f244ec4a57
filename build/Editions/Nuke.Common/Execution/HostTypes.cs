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

    public static IEnumerable<Type> Find() => s_ownTypes.Concat(
        AppDomain.CurrentDomain.GetAssemblies()
            .Where(DerivesHosts)
            .SelectMany(x => x.GetTypes())
            .Where(x => x.IsPublic && x.IsSubclassOf(typeof(Host))));

    private static unsafe bool DerivesHosts(Assembly assembly)
    {
        if (assembly == typeof(Host).Assembly || assembly.IsDynamic || IsFramework(assembly) ||
            !assembly.TryGetRawMetadata(out var blob, out var length))
            return false;

        var metadata = new MetadataReader(blob, length);
        return metadata.TypeDefinitions
            .Select(x => metadata.GetTypeDefinition(x).BaseType)
            .Where(x => x.Kind == HandleKind.TypeReference)
            .Select(x => metadata.GetTypeReference((TypeReferenceHandle)x))
            .Any(x => s_ownTypes.Append(typeof(Host)).Any(y =>
                metadata.StringComparer.Equals(x.Name, y.Name) && metadata.StringComparer.Equals(x.Namespace, y.Namespace)));
    }

    private static bool IsFramework(Assembly assembly) =>
        assembly.FullName is { } name &&
        (name.StartsWith("System.", StringComparison.Ordinal) ||
         name.StartsWith("Microsoft.", StringComparison.Ordinal) ||
         name.StartsWith("netstandard,", StringComparison.Ordinal));
}
