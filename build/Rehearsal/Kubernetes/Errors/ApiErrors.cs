namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>The refusals of the real API, in its wording (k8s.io/apimachinery/pkg/api/errors): clients match on some of these texts.</summary>
internal static class ApiErrors
{
    public static ApiStatusException NotFound(ResourceType type, string name) =>
        Of(404, "NotFound", type, name, $"{type.GroupResource} \"{name}\" not found");

    public static ApiStatusException UnknownPath() => new(404, "NotFound", "the server could not find the requested resource");

    public static ApiStatusException AlreadyExists(ResourceType type, string name) =>
        Of(409, "AlreadyExists", type, name, $"{type.GroupResource} \"{name}\" already exists");

    public static ApiStatusException Conflict(ResourceType type, string name, string why) =>
        Of(409, "Conflict", type, name, $"Operation cannot be fulfilled on {type.GroupResource} \"{name}\": {why}");

    public static ApiStatusException Modified(ResourceType type, string name) =>
        Conflict(type, name, "the object has been modified; please apply your changes to the latest version and try again");

    public static ApiStatusException Forbidden(ResourceType type, string name, string why) =>
        Of(403, "Forbidden", type, name, $"{type.GroupResource} \"{name}\" is forbidden: {why}");

    public static ApiStatusException BadRequest(string message) => new(400, "BadRequest", message);

    public static ApiStatusException MethodNotAllowed(ResourceType? type = null) =>
        new(405, "MethodNotAllowed", "the server does not allow this method on the requested resource") { Group = type?.Group, Kind = type?.Plural };

    public static ApiStatusException Expired(long asked, long oldest) =>
        new(410, "Expired", $"too old resource version: {asked} ({oldest})");

    public static ApiStatusException Invalid(ResourceType type, string name, IReadOnlyList<StatusCause> causes)
    {
        var lines = causes.Select(cause => $"{cause.Field}: {cause.Message}").Distinct().ToList();
        var errors = lines.Count == 1 ? lines[0] : $"[{string.Join(", ", lines)}]";
        var kind = type.Group.Length == 0 ? type.Kind : $"{type.Kind}.{type.Group}";
        return new(422, "Invalid", $"{kind} \"{name}\" is invalid: {errors}")
        {
            ObjectName = name,
            Group = type.Group,
            Kind = type.Kind,
            Causes = causes,
        };
    }

    private static ApiStatusException Of(int code, string reason, ResourceType type, string name, string message) =>
        new(code, reason, message) { ObjectName = name, Group = type.Group, Kind = type.Plural };
}
