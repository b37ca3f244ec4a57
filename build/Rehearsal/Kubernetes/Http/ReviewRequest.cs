using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Http;

/// <summary>Answers reviews: whoever has the token is the cluster's administrator.</summary>
internal static class ReviewRequest
{
    private static JsonObject Administrator => new()
    {
        ["username"] = "kubernetes-admin",
        ["groups"] = new JsonArray("system:masters", "system:authenticated"),
    };

    public static async Task AnswerAsync(ApiCall call)
    {
        if (call.Request.Method != "POST")
            throw ApiErrors.MethodNotAllowed();
        var body = await RequestBody.ReadAsync(call.Request, call.Cancellation);
        var review = (JsonObject)body.Object.DeepClone();
        review["kind"] = call.Type.Kind;
        review["apiVersion"] = call.Type.ApiVersion;
        review.Ensure("metadata");
        review["status"] = call.Type.Kind switch
        {
            "SelfSubjectReview" => new JsonObject { ["userInfo"] = Administrator },
            "TokenReview" => new JsonObject { ["authenticated"] = false, ["error"] = "the rehearsal knows no tokens but its own" },
            "SelfSubjectRulesReview" => new JsonObject
            {
                ["resourceRules"] = new JsonArray(Rule("apiGroups", "resources")),
                ["nonResourceRules"] = new JsonArray(Rule("nonResourceURLs")),
                ["incomplete"] = false,
            },
            "SelfSubjectAccessReview" => new JsonObject { ["allowed"] = true },
            "SubjectAccessReview" or "LocalSubjectAccessReview" => Access(review),
            _ => throw ApiErrors.MethodNotAllowed(call.Type),
        };
        await ApiResponse.WriteAsync(call.Context, review, StatusCodes.Status201Created);
    }

    private static JsonObject Access(JsonObject review) => review.Texts("spec", "groups").Contains("system:masters")
        ? new JsonObject { ["allowed"] = true }
        : new JsonObject { ["allowed"] = false, ["reason"] = "the rehearsal evaluates access for its administrator only" };

    private static JsonObject Rule(params string[] fields)
    {
        var rule = new JsonObject { ["verbs"] = new JsonArray("*") };
        foreach (var field in fields)
            rule[field] = new JsonArray("*");
        return rule;
    }
}
