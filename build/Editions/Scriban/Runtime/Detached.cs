namespace Scriban.Runtime;

/// <summary>The context for reading and writing an object from outside of any template.</summary>
internal static class Detached
{
    /// <summary>Plain objects need none; what overrides their access gets a fresh one.</summary>
    public static TemplateContext For(IScriptObject target) =>
        target.GetType() == typeof(ScriptObject) || target.GetType() == typeof(ScriptArray) ? null : new TemplateContext();
}
