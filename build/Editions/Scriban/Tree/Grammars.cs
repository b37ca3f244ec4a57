namespace ScribanEdition.Tree;

/// <summary>The names and forms of the language's constructs, in the words of the language's own error messages.</summary>
internal static class Grammars
{
    public static readonly Grammar Array = new("array initializer", "[item1, item2,...]");
    public static readonly Grammar Assignment = new("assign expression", "<target_expression> = <value_expression>");
    public static readonly Grammar Binary = new("binary expression", "<expression> operator <expression>");
    public static readonly Grammar Block = new("block statement", "<statement>...end");
    public static readonly Grammar Break = new("break statement", "break");
    public static readonly Grammar Call = new("function call expression", "<target_expression> <arguemnt[0]> ... <arguement[n]>");
    public static readonly Grammar Capture = new("capture statement", "capture <variable> ... end");
    public static readonly Grammar Case = new("case statement", "case <expression> ... end|when|else");
    public static readonly Grammar CodeMark = new("{{ or }}", "{{ or }}");
    public static readonly Grammar Conditional = new("conditional expression", "<condition> ? <then_value> : <else_value>");
    public static readonly Grammar Continue = new("continue statement", "continue");
    public static readonly Grammar Else = new("else statement", "else | else if <expression> ... end|else|else if");
    public static readonly Grammar End = new("end statement", "end");
    public static readonly Grammar ExpressionStatement = new("expression statement", "<expression>");
    public static readonly Grammar For = new("for statement", "for <variable> in <expression> ... end");
    public static readonly Grammar Function = new("function statement", "func <variable> ... end");
    public static readonly Grammar If = new("if statement", "if <expression> ... end|else|else if");
    public static readonly Grammar Import = new("import statement", "import <expression>");
    public static readonly Grammar Increment = new("increment/decrement expression", "<operator> <expression> or <expression> <operator>");
    public static readonly Grammar Indexer = new("indexer expression", "<expression>[<index_expression>]");
    public static readonly Grammar Interpolated = new("interpolated string expression", "$\"string{<expression>}string\"");
    public static readonly Grammar InterpolatedString = new("interpolated expression", "{<expression>}");
    public static readonly Grammar IsEmpty = new("empty expression", "<expression>.empty?");
    public static readonly Grammar Literal = new("literal", "<value>");
    public static readonly Grammar Member = new("member expression", "<expression>.<variable_name>");
    public static readonly Grammar Nested = new("nested expression", "(<expression>)");
    public static readonly Grammar Object = new("object initializer expression", "{ member1: <expression>, member2: ... }");
    public static readonly Grammar Page = new("ScriptPage", "...");
    public static readonly Grammar Parameter = new("ScriptParameter", "...");
    public static readonly Grammar NamedArgument = new("ScriptNamedArgument", "...");
    public static readonly Grammar AnonymousFunction = new("ScriptAnonymousFunction", "...");
    public static readonly Grammar ObjectMember = new("ScriptObjectMember", "...");
    public static readonly Grammar FrontMatter = new("ScriptFrontMatter", "...");
    public static readonly Grammar Pipe = new("pipe expression", "<expression> | <expression>");
    public static readonly Grammar Raw = new("raw statement", "<raw_text>");
    public static readonly Grammar ReadOnly = new("readonly statement", "readonly <variable>");
    public static readonly Grammar Return = new("return statement", "return <expression>?");
    public static readonly Grammar This = new("this expression", "this");
    public static readonly Grammar Unary = new("unary expression", "<operator> <expression>");
    public static readonly Grammar Variable = new("variable", "<variable_name>");
    public static readonly Grammar When = new("when statement", "when <expression> ... end|when|else");
    public static readonly Grammar While = new("while statement", "while <expression> ... end");
    public static readonly Grammar With = new("with statement", "with <variable> ... end");
    public static readonly Grammar Wrap = new("wrap statement", "wrap <function_call> ... end");
}
