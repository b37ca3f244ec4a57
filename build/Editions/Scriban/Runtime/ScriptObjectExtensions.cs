using System.Collections;
using System.Text.Json;
using Scriban.Syntax;
using ScribanEdition.Running;

namespace Scriban.Runtime;

/// <summary>Fills script objects from .NET objects, types, delegates and JSON.</summary>
public static class ScriptObjectExtensions
{
    public static void AssertNotReadOnly(this IScriptObject scriptObject)
    {
        if (scriptObject.IsReadOnly)
            throw new InvalidOperationException("The object is readonly");
    }

    public static bool TryGetValue(this IScriptObject @this, string key, out object value) =>
        @this.TryGetValue(Detached.For(@this), default, key, out value);

    public static void SetValue(this IScriptObject @this, string member, object value, bool readOnly) =>
        @this.TrySetValue(Detached.For(@this), default, member, value, readOnly);

    public static ScriptObject GetScriptObject(this IScriptObject @this) => @this switch
    {
        ScriptObject script => script,
        ScriptArray array => array.ScriptObject,
        _ => throw new ArgumentException("Expecting ScriptObject or ScriptArray instance", nameof(@this)),
    };

    /// <summary>
    /// Imports what <paramref name="obj"/> holds: another script object's or a dictionary's entries, a JSON value, a type's static members,
    /// or an object's fields and properties, renamed to <c>snake_case</c> unless <paramref name="renamer"/> says otherwise.
    /// </summary>
    public static void Import(this IScriptObject script, object obj, MemberFilterDelegate filter = null, MemberRenamerDelegate renamer = null)
    {
        switch (obj)
        {
            case IScriptObject other:
                script.Import(other);
                break;
            case IDictionary dictionary:
                ImportEntries(script, dictionary);
                break;
            case JsonElement json:
                script.Import(json);
                break;
            default:
                script.Import(obj, ScriptMemberImportFlags.All, filter, renamer);
                break;
        }
    }

    /// <summary>Imports the members of an object or a type; read-only members of the target are left out by its own rules.</summary>
    public static void Import(
        this IScriptObject script,
        object obj,
        ScriptMemberImportFlags flags,
        MemberFilterDelegate filter = null,
        MemberRenamerDelegate renamer = null)
    {
        if (obj is null)
            return;
        if (!ScriptObject.IsImportable(obj))
            throw new ArgumentOutOfRangeException(nameof(obj), $"Unsupported object type `{obj.GetType()}`. Expecting plain class or struct");
        foreach (var (name, value, isReadOnly) in MemberImport.Read(obj, flags, filter, renamer ?? StandardMemberRenamer.Default))
            Put(script, name, value, isReadOnly);
    }

    public static void Import(this IScriptObject @this, IScriptObject other)
    {
        if (other is null)
            return;
        var target = @this.GetScriptObject();
        target.AssertNotReadOnly();
        foreach (var (name, slot) in other.GetScriptObject().Slots)
        {
            if (target.CanWrite(name))
                target.SetValue(name, slot.Value, slot.IsReadOnly);
        }
    }

    public static void Import(this IScriptObject script, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object when script is ScriptObject target:
                foreach (var property in json.EnumerateObject())
                    target.SetValue(property.Name, Json.ToScript(property.Value), false);
                break;
            case JsonValueKind.Array when script is ScriptArray array:
                foreach (var item in json.EnumerateArray())
                    array.Add(Json.ToScript(item));
                break;
            case JsonValueKind.Null or JsonValueKind.Undefined:
                break;
            default:
                throw new ArgumentOutOfRangeException($"Unsupported object type `{json.ValueKind}`. Expecting Json {(script is ScriptObject ? "Object" : "Array")}.");
        }
    }

    /// <summary>Makes a delegate callable under a name.</summary>
    public static void Import(this IScriptObject script, string member, Delegate function)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(function);
        script.TrySetValue(Detached.For(script), default, member, new MethodFunction(function), true);
    }

    public static void ImportMember(this IScriptObject script, object obj, string memberName, string exportName = null) =>
        script.Import(obj, ScriptMemberImportFlags.All, member => member.Name == memberName, exportName is null ? null : _ => exportName);

    private static void ImportEntries(IScriptObject script, IDictionary entries)
    {
        foreach (DictionaryEntry entry in entries)
        {
            var name = entry.Key.ToString();
            if (name is null || !script.CanWrite(name))
                continue;
            var target = script.GetScriptObject();
            target.AssertNotReadOnly();
            target[name] = Json.Unwrap(entry.Value);
        }
    }

    private static void Put(IScriptObject script, string name, object value, bool isReadOnly)
    {
        if (script is ScriptObject target)
            target.SetValue(name, value, isReadOnly);
        else
            script.TrySetValue(Detached.For(script), default, name, value, isReadOnly);
    }
}
