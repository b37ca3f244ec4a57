using Scriban.Runtime;

namespace ScribanEdition.Builtins;

/// <summary>All builtins. They are made once; each context gets copies that its templates may change.</summary>
internal static class BuiltinLibrary
{
    private static readonly Lazy<ScriptObject> s_builtins = new(Make);

    public static ScriptObject Create() => (ScriptObject)s_builtins.Value.Clone(deep: true);

    private static ScriptObject Make()
    {
        var builtins = new ScriptObject(12);
        builtins.SetValue("array", ArrayFamily.Create(), true);
        builtins.SetValue("empty", EmptyScriptObject.Default, true);
        builtins.SetValue("blank", EmptyScriptObject.Default, true);
        builtins.SetValue("include", new IncludeFunction(), true);
        builtins.SetValue("include_join", new IncludeJoinFunction(), true);
        builtins.SetValue("date", new DateFamily(), true);
        builtins.SetValue("html", HtmlFamily.Create(), true);
        builtins.SetValue("math", MathFamily.Create(), true);
        builtins.SetValue("object", ObjectFamily.Create(), true);
        builtins.SetValue("regex", RegexFamily.Create(), true);
        builtins.SetValue("string", StringFamily.Create(), true);
        builtins.SetValue("timespan", TimeSpanFamily.Create(), true);
        return builtins;
    }
}
