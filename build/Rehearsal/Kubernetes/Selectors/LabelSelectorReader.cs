namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>Reads the request syntax of label selectors (Kubernetes documentation, "Labels and Selectors", API).</summary>
internal sealed class LabelSelectorReader(string text)
{
    private int _position;

    public List<LabelRequirement> Read()
    {
        var requirements = new List<LabelRequirement>();
        while (true)
        {
            requirements.Add(Requirement());
            Skip();
            if (_position == text.Length)
                return requirements;
            if (text[_position++] != ',')
                throw Refused($"found '{text[(_position - 1)..]}', expected: ',' or 'end of string'");
        }
    }

    private LabelRequirement Requirement()
    {
        if (Take('!'))
            return new LabelRequirement(Word("identifier"), "DoesNotExist", []);
        var key = Word("identifier");
        if (Take('!'))
            return Take('=') ? new LabelRequirement(key, "NotIn", [OptionalWord()]) : throw Refused("found '!', expected: '!='");
        if (Take('='))
        {
            Take('=');
            return new LabelRequirement(key, "In", [OptionalWord()]);
        }
        if (Take('>'))
            return new LabelRequirement(key, "Gt", [Number()]);
        if (Take('<'))
            return new LabelRequirement(key, "Lt", [Number()]);
        Skip();
        if (_position == text.Length || text[_position] == ',')
            return new LabelRequirement(key, "Exists", []);
        return Word("operator") switch
        {
            "in" => new LabelRequirement(key, "In", Set()),
            "notin" => new LabelRequirement(key, "NotIn", Set()),
            var other => throw Refused($"found '{other}', expected: in, notin, =, ==, !=, gt, lt"),
        };
    }

    private List<string> Set()
    {
        if (!Take('('))
            throw Refused("expected: '('");
        var values = new List<string>();
        do
            values.Add(OptionalWord());
        while (Take(','));
        return Take(')') ? values : throw Refused("expected: ',' or ')'");
    }

    private string Number()
    {
        var word = Word("number");
        return long.TryParse(word, out _) ? word : throw Refused($"for 'Gt', 'Lt' operators, the value must be an integer: {word}");
    }

    private string Word(string expected)
    {
        var word = OptionalWord();
        return word.Length > 0 ? word : throw Refused($"found '{text[Math.Min(_position, text.Length)..]}', expected: {expected}");
    }

    private string OptionalWord()
    {
        Skip();
        var start = _position;
        while (_position < text.Length && (char.IsAsciiLetterOrDigit(text[_position]) || text[_position] is '-' or '_' or '.' or '/'))
            _position++;
        return text[start.._position];
    }

    private bool Take(char symbol)
    {
        Skip();
        if (_position == text.Length || text[_position] != symbol)
            return false;
        _position++;
        return true;
    }

    private void Skip()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
            _position++;
    }

    private static ApiStatusException Refused(string why) => ApiErrors.BadRequest($"unable to parse requirement: {why}");
}
