using Nuke.Common.Utilities;

namespace Nuke.Common.CI;

/// <summary>A part of a build server's configuration that can write itself.</summary>
public abstract class ConfigurationEntity
{
    public abstract void Write(CustomFileWriter writer);
}
