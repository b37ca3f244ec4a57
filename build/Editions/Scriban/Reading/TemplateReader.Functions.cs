using Scriban.Syntax;
using ScribanEdition.Tree;

namespace ScribanEdition.Reading;

internal sealed partial class TemplateReader
{
    private ScriptFunction ReadFunction(bool isAnonymous)
    {
        var function = Open(new ScriptFunction());
        // The statements inside are at the top level again, where assignments are allowed.
        var level = _level;
        _level = 0;
        Advance();
        if (!isAnonymous)
            function.Name = ExpectVariable(function);
        if (_current.Kind == TokenKind.OpenParen)
            ReadParameters(function);
        ExpectEndOfStatement();
        function.Body = ReadBlock(function, endsStatement: !isAnonymous);
        _level = level;
        return Close(function);
    }

    private void ReadParameters(ScriptFunction function)
    {
        var parameters = new List<Parameter>();
        var isClosed = false;
        Advance();
        while (true)
        {
            if (_current.Kind == TokenKind.CloseParen)
            {
                Advance();
                isClosed = true;
                break;
            }
            ExpectComma(isFirst: parameters.Count == 0);
            if (!IsStartOfExpression())
            {
                Error("Expecting an expression for argument function calls instead of this token.");
                break;
            }
            var parameter = ReadParameter(function, parameters);
            if (parameter is null)
                break;
            parameters.Add(parameter);
        }
        if (!isClosed)
            Error("Expecting a closing parenthesis for a function call.");
        function.Parameters = parameters;
    }

    private Parameter ReadParameter(ScriptFunction function, List<Parameter> earlier)
    {
        var parameter = Open(new Parameter());
        var name = ExpectVariable(function);
        if (name is null)
            return null;
        if (name is not ScriptVariableGlobal)
            Error(name.Span, "Expecting only a simple name parameter for a function");
        parameter.Name = name;

        var followsVariadic = earlier.Exists(p => p.IsVariadic);
        switch (_current.Kind)
        {
            case TokenKind.Equal:
                if (followsVariadic)
                    Error(name.Span, "Cannot declare an optional parameter after a variable parameter (`...`).");
                parameter.IsOptional = true;
                Advance();
                parameter.Default = ExpectExpression(parameter) as Literal;
                if (parameter.Default is null)
                    Error(name.Span, "Expecting only a literal for an optional parameter value.");
                break;
            case TokenKind.TripleDot:
                if (followsVariadic)
                    Error(name.Span, "Cannot declare multiple variable parameters.");
                parameter.IsVariadic = true;
                Advance();
                break;
            default:
                if (earlier.Exists(p => p.IsVariadic || p.IsOptional))
                    Error(name.Span, "Cannot declare a normal parameter after an optional parameter.");
                break;
        }
        return parameter;
    }

    /// <summary>Reads the arguments of <c>f(...)</c>.</summary>
    private void ReadExplicitArguments(CallExpression call)
    {
        call.IsExplicit = true;
        Advance();
        var isFirst = true;
        while (true)
        {
            if (_current.Kind == TokenKind.CloseParen)
            {
                Advance();
                call.IsClosed = true;
                return;
            }
            ExpectComma(isFirst);
            isFirst = false;
            if (!IsStartOfExpression())
            {
                Error("Expecting an expression for argument function calls instead of this token.");
                break;
            }
            var argument = ReadExpression(call);
            if (argument is null)
                break;
            call.Arguments.Add(argument);
            call.Span.End = argument.Span.End;
        }
        Error("Expecting a closing parenthesis for a function call.");
    }

    private void ExpectComma(bool isFirst)
    {
        if (isFirst)
            return;
        if (_current.Kind == TokenKind.Comma)
            Advance();
        else
            Error("Expecting a comma to separate arguments in a function call.");
    }

    private ScriptVariable ExpectVariable(ScriptNode owner)
    {
        if (_current.Kind is TokenKind.Identifier or TokenKind.IdentifierSpecial)
        {
            var read = ReadVariable();
            if (read is ScriptVariable variable)
                return variable;
            Error(owner, $"Unexpected variable `{read}`");
        }
        else
        {
            Error(owner, $"Expecting a variable instead of `{Shown()}`");
        }
        return null;
    }
}
