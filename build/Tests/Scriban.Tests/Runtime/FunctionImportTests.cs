using System.Text.Json;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Tests.Runtime;

public sealed class FunctionImportTests
{
    [Theory]
    [InlineData("join_all 'a' 'b' 'c'", "a:b,c")]
    [InlineData("greet 'Ann'", "hello Ann")]
    [InlineData("greet name: 'Ann' greeting: 'hi'", "hi Ann")]
    [InlineData("'Ann' | greet 'hi'", "hi Ann")]
    [InlineData("place", "1,4")]
    [InlineData("twice '4'", "8")]
    public void The_static_methods_of_a_type_are_functions(string code, string expected) =>
        Rendered.Code(code, typeof(Functions)).ShouldBe(expected);

    [Fact]
    public void A_delegate_and_a_custom_function_are_called()
    {
        var functions = new ScriptObject { ["count"] = new CountFunction() };
        functions.Import("shout", new Func<string, string>(text => text + "!"));
        Rendered.Code("'a' | shout; count 1 2 3", functions).ShouldBe("a!3");
    }

    [Fact]
    public void An_exception_of_a_function_is_located() =>
        Rendered.Failure("{{ fail }}", typeof(Functions)).ShouldBe("a.txt(1,4) : error : it failed");

    [Fact]
    public async Task An_asynchronous_rendering_waits_for_functions_and_loads_templates()
    {
        var variables = new ScriptObject();
        variables.Import("later", new Func<int, Task<int>>(async number =>
        {
            await Task.Yield();
            return number + 1;
        }));
        var context = new TemplateContext { TemplateLoader = new AsyncOnlyLoader() };
        context.PushGlobal(variables);
        (await Rendered.Parsed("{{ later 1 }} {{ include 'x' 5 }}").RenderAsync(context)).ShouldBe("2 x:5");
    }

    [Theory]
    [InlineData("{{ include 'a' 1 named: 2 }}", "<1|2|2>")]
    [InlineData("  {{ include 'lines' }}", "  one\n  two")]
    [InlineData("{{ include_join ['lines', 'b'] '-' '(' ')' }}", "(one\ntwo-b)")]
    public void Included_templates_get_arguments_and_the_callers_indent(string template, string expected) =>
        Rendered.Text(template, configure: context => context.TemplateLoader = new Loader()).ShouldBe(expected);

    [Theory]
    [InlineData("{{ include 'broken' }}", "a.txt(1,4) : error : Error while parsing template `broken` Parser messages:\n broken(1,8) : error : ")]
    [InlineData("{{ include 'loop' }}", "Exceeding number of recursive depth limit `100`")]
    [InlineData("{{ include '' }}", "Include template name cannot be null or empty")]
    public void A_template_that_cannot_be_included_is_an_error(string template, string expected) =>
        Rendered.Failure(template, configure: context => context.TemplateLoader = new Loader()).ShouldContain(expected);

    [Fact]
    public void Without_a_loader_nothing_is_included() =>
        Rendered.Failure("{{ include 'x' }}").ShouldBe("a.txt(1,4) : error : Unable to include <x>. No TemplateLoader registered in TemplateContext.TemplateLoader");

    [Fact]
    public void Script_objects_take_dictionaries_and_json()
    {
        var script = new ScriptObject();
        script.Import(new Dictionary<string, object> { ["a"] = 1 });
        script.Import(JsonDocument.Parse("""{"b": [1, {"c": null}]}""").RootElement);
        Rendered.Code("a; b", script).ShouldBe("1[1, {c: null}]");
    }

    [Fact]
    public void A_read_only_member_cannot_be_set_from_a_template()
    {
        var script = new ScriptObject();
        script.SetValue("x", 1, readOnly: true);
        script.TrySetValue(null!, default, "x", 2, false).ShouldBeFalse();
        var inner = new ScriptObject { ["inner"] = script };
        Rendered.Failure("{{ inner.x = 2 }}", inner).ShouldBe("a.txt(1,10) : error : Cannot set a value for the readonly member: inner.x");
    }

    public static class Functions
    {
        public static string JoinAll(string first, params string[] rest) => first + ":" + string.Join(',', rest);

        public static string Greet(string name, string greeting = "hello") => greeting + " " + name;

        public static string Place(TemplateContext context, SourceSpan span) => span.Start.ToStringSimple();

        public static int Twice(int number) => number * 2;

        public static string Fail() => throw new InvalidOperationException("it failed");
    }

    private sealed class CountFunction : IScriptCustomFunction
    {
        public int RequiredParameterCount => 0;

        public int ParameterCount => 0;

        public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

        public Type ReturnType => typeof(int);

        public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "value");

        public object Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement) => arguments.Count;

        public ValueTask<object> InvokeAsync(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement blockStatement) =>
            new(arguments.Count);
    }

    private sealed class Loader : ITemplateLoader
    {
        private readonly Dictionary<string, string> _templates = new()
        {
            ["a"] = "<{{ $1 }}|{{ $.named }}|{{ $named }}>",
            ["b"] = "b",
            ["lines"] = "one\ntwo",
            ["broken"] = "{{ 1 + }}",
            ["loop"] = "{{ include 'loop' }}",
        };

        public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName;

        public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => _templates[templatePath];

        public ValueTask<string> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) => new(_templates[templatePath]);
    }

    private sealed class AsyncOnlyLoader : ITemplateLoader
    {
        public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName;

        public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => throw new NotSupportedException();

        public async ValueTask<string> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath)
        {
            await Task.Yield();
            return templatePath + ":{{ $1 }}";
        }
    }
}
