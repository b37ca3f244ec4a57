using System.Collections;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace ScribanEdition.Builtins;

/// <summary>A call of a builtin: where it stands and its arguments, converted to the types of the parameters.</summary>
internal readonly record struct Invocation(TemplateContext Context, SourceSpan Span, object[] Values)
{
    public object this[int index] => Values[index];

    public string Text(int index) => (string)Values[index];

    public int Int(int index) => (int)Values[index];

    public double Double(int index) => (double)Values[index];

    public DateTime Date(int index) => (DateTime)Values[index];

    public IEnumerable Items(int index) => (IEnumerable)Values[index];

    public ScriptRuntimeException Failure(string message) => new(Span, message);
}
