using Nuke.Common;
using Nuke.Common.CI;
using Nuke.Common.CI.GitLab;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

/// <summary>Generates a file that lists the targets, when the variable <c>SAMPLE_GENERATE</c> is set.</summary>
public class SampleConfigurationAttribute : ChainedConfigurationAttributeBase
{
    public SampleConfigurationAttribute()
    {
        AutoGenerate = Environment.GetEnvironmentVariable("SAMPLE_GENERATE") is not null;
        NonEntryTargets = ["CompileSample"];
    }

    public override Type HostType => typeof(GitLab);

    public override AbsolutePath ConfigurationFile => Build.RootDirectory / (IdPostfix.Length == 0 ? "sample.yml" : $"sample.{IdPostfix}.yml");

    public override IEnumerable<AbsolutePath> GeneratedFiles => [ConfigurationFile];

    public override IEnumerable<string> RelevantTargetNames => ["Umbrella"];

    public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, indentationFactor: 2, commentPrefix: "#");

    public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets) => new Jobs(
        relevantTargets.ToDictionary(
            x => x.Name,
            x => (
                string.Join(' ', GetInvokedTargets(x, relevantTargets).Select(y => y.Name)),
                string.Join(' ', GetTargetDependencies(x).Select(y => y.Name)))));

    private sealed class Jobs(Dictionary<string, (string Invoked, string Dependencies)> jobs) : ConfigurationEntity
    {
        public override void Write(CustomFileWriter writer)
        {
            foreach (var (name, (invoked, dependencies)) in jobs)
            {
                writer.WriteLine($"{name}:");
                using (writer.Indent())
                {
                    writer.WriteLine($"run: {invoked}");
                    writer.WriteLine($"needs: [{dependencies}]");
                }
            }
        }
    }
}
