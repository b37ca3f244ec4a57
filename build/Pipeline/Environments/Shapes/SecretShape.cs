using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments.Yaml;

namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>A reference to a secret. Its messages never repeat a value: it may be the secret itself, put in the wrong place.</summary>
internal sealed class SecretShape : Shape<SecretReference>, ISectionShape
{
    private static readonly SectionShape<SecretReference> Forms = new(keys =>
    {
        var env = keys.Optional("env", new Unquoted<string>(Text.VariableName, "the name of an environment variable"),
            "Name of the environment variable that holds the secret.");
        var file = keys.Optional("file", new Unquoted<string>(Paths.Local, "a path"), "File that holds the secret, readable by its owner only; one line break at its end is not part of it.");
        var command = keys.Optional("command", new ListShape<string>(Text.Any, least: 1),
            "Command that prints the secret, as a list: no shell, no input; one line break at the end is not part of it.");
        var rehearsal = keys.Optional("rehearsal", new Unquoted<string>(Text.Label, "a name of lower-case letters, digits and '-'"),
            "Name of a secret that is made up once and kept on this machine; only with cluster.provider rehearsal.");
        keys.ExactlyOne(env, file, command, rehearsal);
        return values => new SecretReference(Form(values), Arguments(values))
        {
            Path = values.Path,
            Location = values.Position.ToString(),
            Directory = values.Position.Document.Directory,
        };

        SecretForm Form(SectionValues values) =>
            values.Get(env) is not null ? SecretForm.Env
            : values.Get(file) is not null ? SecretForm.File
            : values.Get(command) is not null ? SecretForm.Command
            : SecretForm.Rehearsal;

        IReadOnlyList<string> Arguments(SectionValues values) =>
            values.Get(command) ?? [values.Get(env) ?? values.Get(file) ?? values.Get(rehearsal) ?? ""];
    });

    public static SecretShape Instance { get; } = new();

    public IReadOnlyList<ISectionKey> Keys => Forms.Keys;

    public bool NeedsContent => Forms.NeedsContent;

    public IReadOnlyList<KeyGroup> Groups => Forms.Groups;

    public override string Expected => "a secret: { env }, { file }, { command } or, in a rehearsal, { rehearsal }";

    public IEnumerable<string> ExcludedBy(string key) => Forms.ExcludedBy(key);

    public ISectionShape? SectionOf(string key) => null;

    public override SecretReference Read(SourceNode node, string path, Binding binding)
    {
        if (node is SourceMapping)
            return Forms.Read(node, path, binding);
        binding.Report(SecretProblems.Literal, path, node.Position, "holds a secret itself; it must say where the secret is kept");
        return null!;
    }

    public override JsonObject ToSchema(bool whole) => Forms.ToSchema(whole);

    public override JsonNode? ToJson(SecretReference value) => null;

    /// <summary>A shape whose messages leave the value out.</summary>
    private sealed class Unquoted<T>(Shape<T> shape, string expected) : Shape<T>
    {
        public override string Expected => expected;

        public override T Read(SourceNode node, string path, Binding binding)
        {
            var attempt = new Binding(Instance);
            var value = shape.Read(node, path, attempt);
            if (attempt.ProblemCount > 0)
                binding.Report(EnvironmentProblems.InvalidValue, path, node.Position, $"is not {expected}; if it is the secret itself, it is in the wrong place");
            return value;
        }

        public override JsonObject ToSchema(bool whole) => shape.ToSchema(whole);

        public override JsonNode? ToJson(T value) => shape.ToJson(value);
    }
}
