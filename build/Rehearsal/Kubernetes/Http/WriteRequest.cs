using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Patches;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;
using Microsoft.AspNetCore.Http;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Http;

/// <summary>Answers POST, PUT, PATCH and DELETE of objects and their status.</summary>
internal static class WriteRequest
{
    public static async Task CreateAsync(ApiCall call)
    {
        var representation = Representation.For(call);
        var body = await RequestBody.ReadAsync(call.Request, call.Cancellation);
        var options = call.WriteOptions();
        Report(call, body, options);
        var created = call.Store.Create(call.Type, Addressed(call, body.Object), options);
        await ApiResponse.WriteAsync(call.Context, representation.One(created), StatusCodes.Status201Created);
    }

    public static async Task UpdateAsync(ApiCall call)
    {
        var representation = Representation.For(call);
        var body = await RequestBody.ReadAsync(call.Request, call.Cancellation);
        var options = call.WriteOptions();
        Report(call, body, options);
        var document = Addressed(call, body.Object);
        var name = document.Text("metadata", "name");
        if (name != call.Name)
        {
            throw ApiErrors.BadRequest(name is null
                ? "name must be provided"
                : $"the name of the object ({name}) does not match the name on the URL ({call.Name})");
        }
        var updated = call.Store.Change(call.Type, call.Namespace, call.RequiredName, _ => document, options, StatusOf(call));
        await ApiResponse.WriteAsync(call.Context, representation.One(updated));
    }

    public static async Task PatchAsync(ApiCall call)
    {
        var representation = Representation.For(call);
        var type = RequestBody.MediaType(call.Request);
        if (type == "application/apply-patch+yaml")
        {
            await ApplyAsync(call, representation);
            return;
        }
        if (type is not ("application/json-patch+json" or "application/merge-patch+json" or "application/strategic-merge-patch+json")
            || type.StartsWith("application/strategic", StringComparison.Ordinal) && call.Type.IsCustom)
        {
            throw new ApiStatusException(
                415, "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, "
                + (call.Type.IsCustom ? "application/apply-patch+yaml" : "application/strategic-merge-patch+json, application/apply-patch+yaml"));
        }
        var body = await RequestBody.ReadAsync(call.Request, call.Cancellation);
        var options = call.WriteOptions();
        if (call.Flag("force"))
            throw call.Invalid("force: Forbidden: may not be specified for non-apply patch");
        Report(call, body, options);
        options = options with { Patch = body.Root?.ToJsonString(Serialization.Options) };
        var schema = call.Store.Schemas.Of(call.Type);
        var patched = call.Store.Change(call.Type, call.Namespace, call.RequiredName, live => type switch
        {
            "application/json-patch+json" => JsonPatch.Apply(live, body.Root) as JsonObject ?? throw ApiErrors.BadRequest("the patch leaves no object"),
            "application/merge-patch+json" => (JsonObject)MergePatch.Apply(live, body.Object)!,
            _ => StrategicMergePatch.Apply(schema, live, body.Object),
        }, options, StatusOf(call));
        await ApiResponse.WriteAsync(call.Context, representation.One(patched));
    }

    public static async Task DeleteAsync(ApiCall call)
    {
        var representation = Representation.For(call);
        var options = await OptionsAsync(call);
        var name = call.RequiredName;
        var last = call.Store.Delete(call.Type, call.Namespace, name, options);
        if (call.Store.Get(call.Type, call.Namespace, name) is { } remaining && remaining.Text("metadata", "uid") == last.Text("metadata", "uid"))
        {
            await ApiResponse.WriteAsync(call.Context, representation.One(remaining));
            return;
        }
        await ApiResponse.WriteAsync(call.Context, new JsonObject
        {
            ["kind"] = "Status",
            ["apiVersion"] = "v1",
            ["metadata"] = new JsonObject(),
            ["status"] = "Success",
            ["details"] = new JsonObject
            {
                ["name"] = name,
                ["group"] = call.Type.Group,
                ["kind"] = call.Type.Plural,
                ["uid"] = last.Text("metadata", "uid"),
            },
        });
    }

    public static async Task DeleteCollectionAsync(ApiCall call)
    {
        var options = await OptionsAsync(call);
        var deleted = new JsonArray();
        foreach (var stored in ListRequest.Select(call).ToList())
        {
            try
            {
                deleted.Add(call.Store.Delete(call.Type, stored.Namespace, stored.Name, options));
            }
            catch (ApiStatusException refusal) when (refusal.IsNotFound)
            {
                // Collected meanwhile, as a dependent of another one.
            }
        }
        await ApiResponse.WriteAsync(call.Context, new JsonObject
        {
            ["kind"] = call.Type.ListKind,
            ["apiVersion"] = call.Type.ApiVersion,
            ["metadata"] = new JsonObject { ["resourceVersion"] = $"{call.Store.ResourceVersion}" },
            ["items"] = deleted,
        });
    }

    private static async Task ApplyAsync(ApiCall call, Representation representation)
    {
        var options = call.WriteOptions(apply: true);
        var body = await RequestBody.ReadAsync(call.Request, call.Cancellation);
        Report(call, body, options);
        var document = Addressed(call, body.Object);
        var name = document.Text("metadata", "name");
        if (name is null)
            document.Ensure("metadata")["name"] = call.RequiredName;
        else if (name != call.Name)
            throw ApiErrors.BadRequest($"the name of the object ({name}) does not match the name on the URL ({call.Name})");
        var exists = call.Store.Find(call.Type, call.Namespace, call.RequiredName) is not null;
        var applied = call.Store.Apply(call.Type, document, options, StatusOf(call));
        await ApiResponse.WriteAsync(call.Context, representation.One(applied), exists ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    private static async Task<DeleteOptions> OptionsAsync(ApiCall call)
    {
        var body = call.Request.ContentLength is null or > 0 ? await RequestBody.ReadAsync(call.Request, call.Cancellation) : Document.Empty;
        var given = body.Root as JsonObject;
        if (given is not null && given.Text("kind") is { } kind && kind != "DeleteOptions")
            throw ApiErrors.BadRequest($"unable to decode: expected DeleteOptions, got {kind}");
        var propagation = given.Text("propagationPolicy") ?? call.Query("propagationPolicy");
        if (propagation is not (null or "" or "Background" or "Foreground" or "Orphan"))
        {
            throw new ApiStatusException(422, "Invalid",
                $"DeleteOptions.meta.k8s.io \"\" is invalid: propagationPolicy: Unsupported value: \"{propagation}\": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\"");
        }
        var orphan = given.Flag("orphanDependents") ?? (call.Query("orphanDependents") is { } text ? text == "true" : null);
        return new DeleteOptions
        {
            Propagation = string.IsNullOrEmpty(propagation) ? orphan == true ? "Orphan" : null : propagation,
            Uid = given.Text("preconditions", "uid"),
            ResourceVersion = given.Text("preconditions", "resourceVersion"),
            DryRun = call.IsDryRun || given.Texts("dryRun").Contains("All"),
            Committed = call.Committed,
        };
    }

    /// <summary>Checks that the document is what the path says, and gives it the path's namespace.</summary>
    private static JsonObject Addressed(ApiCall call, JsonObject document)
    {
        var type = call.Type;
        var kind = document.Text("kind");
        var version = document.Text("apiVersion");
        if (kind is { Length: > 0 } && kind != type.Kind || version is { Length: > 0 } && version != type.ApiVersion)
        {
            throw ApiErrors.BadRequest(
                $"{kind} in version \"{Last(version)}\" cannot be handled as a {type.Kind}: no kind \"{kind}\" is registered for version \"{version}\"");
        }
        if (document["metadata"] is not null and not JsonObject)
            throw ApiErrors.BadRequest($"{type.Kind} in version \"{type.Version}\" cannot be handled as a {type.Kind}: json: cannot unmarshal value into Go struct field {type.Kind}.metadata of type v1.ObjectMeta");
        if (type.Namespaced && call.Namespace is { } @namespace)
        {
            var given = document.Text("metadata", "namespace");
            if (given is { Length: > 0 } && given != @namespace)
                throw ApiErrors.BadRequest("the namespace of the provided object does not match the namespace sent on the request");
            document.Ensure("metadata")["namespace"] = @namespace;
        }
        return document;
    }

    private static string Last(string? version) => version?[(version.IndexOf('/') + 1)..] ?? "";

    private static string? StatusOf(ApiCall call) => call.Subresource == "status" ? "status" : null;

    private static void Report(ApiCall call, Document body, WriteOptions options)
    {
        if (body.Duplicates.Count == 0 || options.FieldValidation == "Ignore")
            return;
        var texts = body.Duplicates.Select(field => $"duplicate field \"{field}\"").ToList();
        if (options.FieldValidation == "Strict")
        {
            throw ApiErrors.BadRequest(
                $"{call.Type.Kind} in version \"{call.Type.Version}\" cannot be handled as a {call.Type.Kind}: strict decoding error: {string.Join(", ", texts)}");
        }
        texts.ForEach(call.Warn);
    }
}
