using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Validation;

/// <summary>Rules of CustomResourceDefinitions (k8s.io/apiextensions-apiserver, pkg/apis/apiextensions/validation).</summary>
internal static class DefinitionRules
{
    public static void Check(JsonObject document, Causes causes)
    {
        var spec = document.Child("spec");
        var wanted = $"{spec.Text("names", "plural")}.{spec.Text("group")}";
        if (document.Text("metadata", "name") is { } name && name != wanted)
            causes.Invalid("metadata.name", name, "must be spec.names.plural+\".\"+spec.group");
        if (spec.Text("scope") is { } scope and not ("Cluster" or "Namespaced"))
            causes.Unsupported("spec.scope", scope, ["Cluster", "Namespaced"]);
        var versions = spec.Items("versions").ToList();
        if (versions.Count(version => version.Flag("storage") == true) != 1)
            causes.Invalid("spec.versions", spec.At("versions")?.DeepClone(), "must have exactly one version marked as storage version");
        for (var i = 0; i < versions.Count; i++)
        {
            var at = $"spec.versions[{i}].schema.openAPIV3Schema";
            if (versions[i].Child("schema", "openAPIV3Schema") is not { } schema)
                causes.Required(at, "schemas are required");
            else if (schema.Text("type") != "object")
                causes.Invalid($"{at}.type", schema.Text("type") ?? "", "must be object at the root");
        }
    }
}
