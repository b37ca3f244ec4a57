using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Apply;

/// <summary>
/// A set of field paths, as <c>FieldsV1</c> writes it: <c>f:</c> names a field, <c>k:</c> a keyed list item, <c>v:</c> an item of a set.
/// The semantics are those of structured-merge-diff, which the real API server uses.
/// </summary>
internal sealed class FieldSet
{
    private readonly SortedDictionary<string, FieldSet> _children = new(StringComparer.Ordinal);

    /// <summary>Whether the path to this node is in the set itself, not only paths below it.</summary>
    public bool IsMember { get; set; }

    public IEnumerable<KeyValuePair<string, FieldSet>> Children => _children;

    public bool IsEmpty => !IsMember && _children.Values.All(child => child.IsEmpty);

    public FieldSet? Find(string element) => _children.GetValueOrDefault(element);

    /// <summary>The node of a path element, made when it is missing.</summary>
    public FieldSet Ensure(string element)
    {
        if (!_children.TryGetValue(element, out var child))
            _children[element] = child = new FieldSet();
        return child;
    }

    public FieldSet Union(FieldSet other) => Combine(this, other, (left, right) => left || right);

    public FieldSet Intersection(FieldSet other) => Combine(this, other, (left, right) => left && right);

    public FieldSet Difference(FieldSet other) => Combine(this, other, (left, right) => left && !right);

    /// <summary>Without the given fields and everything below them.</summary>
    public FieldSet Without(FieldSet fields)
    {
        var result = new FieldSet { IsMember = IsMember };
        foreach (var (element, child) in _children)
        {
            var excluded = fields.Find(element);
            if (excluded is { IsMember: true })
                continue;
            result._children[element] = excluded is null ? child : child.Without(excluded);
        }
        return result;
    }

    /// <summary>With every declared field a member that has members below it, so that taking all of them takes the field.</summary>
    public FieldSet WithDeclaredFields(Schema schema)
    {
        var result = new FieldSet { IsMember = IsMember };
        foreach (var (element, child) in _children)
        {
            var mapped = child.WithDeclaredFields(PathElement.Schema(schema, element));
            mapped.IsMember |= !child.IsEmpty && schema.Kind == SchemaKind.Object
                && element.StartsWith(PathElement.Field, StringComparison.Ordinal) && schema.Fields.ContainsKey(element[2..]);
            result._children[element] = mapped;
        }
        return result;
    }

    /// <summary>Every member's path, the way conflicts name it: <c>.spec.template.spec.containers[name="a"].image</c>.</summary>
    public IEnumerable<string> Paths(string prefix = "")
    {
        if (IsMember && prefix.Length > 0)
            yield return prefix;
        foreach (var (element, child) in _children)
        {
            foreach (var path in child.Paths(prefix + PathElement.Describe(element)))
                yield return path;
        }
    }

    public JsonObject ToJson()
    {
        var result = new JsonObject();
        var children = _children.Where(child => !child.Value.IsEmpty).ToList();
        if (IsMember && children.Count > 0)
            result["."] = new JsonObject();
        foreach (var (element, child) in children)
            result[element] = child.ToJson();
        return result;
    }

    public static FieldSet FromJson(JsonObject? fields, bool root = true)
    {
        var result = new FieldSet { IsMember = !root && (fields is not { Count: > 0 } || fields.ContainsKey(".")) };
        foreach (var (element, child) in fields ?? [])
        {
            if (element != ".")
                result._children[element] = FromJson(child as JsonObject, root: false);
        }
        return result;
    }

    private static FieldSet Combine(FieldSet left, FieldSet right, Func<bool, bool, bool> member)
    {
        var result = new FieldSet { IsMember = member(left.IsMember, right.IsMember) };
        foreach (var element in left._children.Keys.Union(right._children.Keys))
        {
            var child = Combine(left.Find(element) ?? Empty, right.Find(element) ?? Empty, member);
            if (!child.IsEmpty)
                result._children[element] = child;
        }
        return result;
    }

    private static FieldSet Empty => new();
}
