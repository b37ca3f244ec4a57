using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Templates;

/// <summary>What can be wrong with a template or with what it renders to.</summary>
public static class TemplateProblems
{
    public static readonly ProblemCode NotFound = new("HUB1301", "No such template",
        "Neither the repository nor the library has a template of this path.",
        "Check the path; a template of your own goes to the same path in your repository");

    public static readonly ProblemCode Syntax = new("HUB1302", "A template cannot be read",
        "The text between {{ and }} is not Scriban, or uses a part of it that is not supported.",
        "Correct the template at the place named");

    public static readonly ProblemCode Undefined = new("HUB1303", "A template uses a name that does not exist",
        "Templates see the environment in snake_case (hub.storage.size) and the variables that their target adds, and nothing else.",
        "Use one of the names that exist there");

    public static readonly ProblemCode Failed = new("HUB1304", "A template failed while it rendered",
        "A function was given what it cannot take, or an operation does not apply to its operands.",
        "Correct the template at the place named");

    public static readonly ProblemCode InvalidYaml = new("HUB1305", "A template does not render to YAML",
        "The template's own text is not valid YAML; values cannot be the reason, since they are always written as YAML.",
        "Correct the template at the place named");

    public static readonly ProblemCode DoesNotFit = new("HUB1306", "A value does not fit where the template puts it",
        "A list or a section can only be a whole value; nothing can be part of an anchor, an alias or a tag; a secret is written as it is.",
        "Put the value in a place of its own: key: {{ value }}");

    public static readonly ProblemCode Unwritable = new("HUB1307", "A value cannot be written",
        "The value holds a NUL character or half a character, or control characters where the template gives no way to escape them.",
        "Correct the value, or write key: {{ value }}, which quotes and escapes as needed");

    public static readonly ProblemCode ChangedStructure = new("HUB1308", "A value would change the YAML around it",
        "Written where the template puts it, the value would not be read back as it is. Line breaks in a folded text are one way.",
        "Write key: {{ value }}, which quotes and escapes as needed");

    public static readonly ProblemCode NotAnObject = new("HUB1309", "A template renders to something else than objects",
        "Every document of a manifest is a Kubernetes object with apiVersion, kind and metadata.name; values are one section.",
        "Correct the template");

    public static readonly ProblemCode NotWritten = new("HUB1310", "The rendered files cannot be written",
        "The folder cannot be created or written.",
        "Choose another folder with --render-output, or check the permissions");

    public static readonly ProblemCode InvalidValues = new("HUB1311", "Values that the chart refuses",
        "The rendered values do not satisfy the chart's values.schema.json.",
        "Correct the values template, or the setting that it takes the value from");

    public static readonly ProblemCode InvalidObject = new("HUB1312", "An object that the API would refuse",
        "The rendered object does not satisfy the schema of its CustomResourceDefinition.",
        "Correct the template, or the setting that it takes the value from");
}
