using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Validation;

/// <summary>Names, labels and annotations (RFC 1123; k8s.io/apimachinery/pkg/util/validation).</summary>
internal static partial class Names
{
    private const string SubdomainRule =
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character "
        + "(e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

    private const string LabelRule =
        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character "
        + "(e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

    private const string ValueRule =
        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character "
        + "(e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

    private const string KeyRule =
        "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character "
        + "(e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

    public static void Check(ResourceType type, JsonObject document, Causes causes)
    {
        var metadata = document["metadata"];
        var name = metadata.Text("name") ?? "";
        switch (type.GroupResource)
        {
            case "namespaces" or "services":
                Check(Label().IsMatch(name), LabelRule, 63);
                break;
            case var _ when type.Group == "rbac.authorization.k8s.io":
                if (name is "." or ".." || name.Contains('/') || name.Contains('%'))
                    causes.Invalid("metadata.name", name, name is "." or ".." ? $"may not be '{name}'" : $"may not contain '{(name.Contains('/') ? '/' : '%')}'");
                break;
            default:
                Check(Subdomain().IsMatch(name), SubdomainRule, 253);
                break;
        }
        foreach (var (key, value) in metadata.Child("labels") ?? [])
        {
            Key("metadata.labels", key, causes);
            if (value.Text() is { } text && (text.Length > 63 || !LabelValue().IsMatch(text)))
                causes.Invalid("metadata.labels", text, text.Length > 63 ? "must be no more than 63 bytes" : ValueRule);
        }
        foreach (var (key, _) in metadata.Child("annotations") ?? [])
            Key("metadata.annotations", key.ToLowerInvariant(), causes);

        void Check(bool matches, string rule, int most)
        {
            if (!matches)
                causes.Invalid("metadata.name", name, rule);
            if (name.Length > most)
                causes.Invalid("metadata.name", name, $"must be no more than {most} characters");
        }
    }

    /// <summary>Whether the text may be a key of a ConfigMap or Secret.</summary>
    public static bool IsDataKey(string key) => key.Length <= 253 && DataKey().IsMatch(key) && key is not ("." or "..");

    private static void Key(string field, string key, Causes causes)
    {
        var slash = key.IndexOf('/');
        var name = key[(slash + 1)..];
        if (slash >= 0 && !Subdomain().IsMatch(key[..slash]))
            causes.Invalid(field, key, $"prefix part {SubdomainRule}");
        if (name.Length is 0 or > 63)
            causes.Invalid(field, key, name.Length == 0 ? "name part must be non-empty" : "name part must be no more than 63 bytes");
        else if (!LabelValue().IsMatch(name))
            causes.Invalid(field, key, KeyRule);
    }

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    private static partial Regex Subdomain();

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")]
    private static partial Regex Label();

    [GeneratedRegex("^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$")]
    private static partial Regex LabelValue();

    [GeneratedRegex("^[-._a-zA-Z0-9]+$")]
    private static partial Regex DataKey();
}
