using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.CI;

/// <summary>Generates a build server's configuration from the targets.</summary>
public interface IConfigurationGenerator
{
    string Id { get; }

    string DisplayName { get; }

    string HostName { get; }

    bool AutoGenerate { get; }

    Type HostType { get; }

    IEnumerable<AbsolutePath> GeneratedFiles { get; }

    void Generate(IReadOnlyCollection<ExecutableTarget> executableTargets);

    void SerializeState();
}
