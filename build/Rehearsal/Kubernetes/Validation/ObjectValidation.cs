using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Validation;

/// <summary>Refuses an object that breaks a rule, with every rule that it breaks.</summary>
internal static class ObjectValidation
{
    /// <param name="live">The object as it was, for an update.</param>
    /// <exception cref="ApiStatusException">422, with one cause for each field.</exception>
    public static void Check(ResourceType type, Schema schema, JsonObject document, JsonObject? live)
    {
        var causes = new Causes();
        Names.Check(type, document, causes);
        if (type.IsCustom)
        {
            if (schema.Source is { } source)
                CustomResourceRules.Check(source, document, "", causes);
        }
        else
        {
            RequiredFields.Check(schema, document, "", causes);
            BuiltInRules.Check(type, document, causes);
            if (live is not null)
                Immutability.Check(type, live, document, causes);
        }
        if (causes.All.Count > 0)
            throw ApiErrors.Invalid(type, document.Text("metadata", "name") ?? "", causes.All);
    }
}
