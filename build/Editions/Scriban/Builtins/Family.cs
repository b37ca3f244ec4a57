using System.Collections;
using Scriban.Runtime;

namespace ScribanEdition.Builtins;

/// <summary>Words for the tables of builtins: <c>Add("plus", "Plus", [Any("value"), Any("with")], call => ...)</c>.</summary>
internal static class Family
{
    public static void Add(
        this ScriptObject family,
        string method,
        ScriptParameterInfo[] parameters,
        Func<Invocation, object> body,
        bool isVariadic = false,
        bool needsText = false) =>
        family.SetValue(StandardMemberRenamer.Rename(method), new BuiltinFunction(method, parameters, body, isVariadic, needsText), true);

    public static ScriptParameterInfo Text(string name) => new(typeof(string), name);

    public static ScriptParameterInfo Int(string name) => new(typeof(int), name);

    public static ScriptParameterInfo Double(string name) => new(typeof(double), name);

    public static ScriptParameterInfo Any(string name) => new(typeof(object), name);

    public static ScriptParameterInfo Items(string name) => new(typeof(IEnumerable), name);

    public static ScriptParameterInfo List(string name) => new(typeof(IList), name);

    public static ScriptParameterInfo Date(string name) => new(typeof(DateTime), name);

    /// <summary>The same parameter, to be left out at will.</summary>
    public static ScriptParameterInfo Or(this ScriptParameterInfo parameter, object value) => new(parameter.ParameterType, parameter.Name, value);
}
