using System.Text;

namespace JupyterHub.Pipeline.Storage;

/// <summary>The shell format: <c>export NAME=value</c>, where a quoted value may run over several lines.</summary>
internal static class CephBashExport
{
    private const string Export = "export ";

    /// <exception cref="MalformedExportException">A line is no export, or a quote is not closed.</exception>
    public static Dictionary<string, string> Read(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var position = 0;
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(text[position]))
            {
                position++;
                continue;
            }
            if (text[position] == '#')
            {
                position = LineEnd(text, position);
                continue;
            }
            if (!text.AsSpan(position).StartsWith(Export))
                throw new MalformedExportException(LineOf(text, position), "this line is no export");
            position += Export.Length;
            var equals = text.IndexOf('=', position);
            if (equals < 0 || equals > LineEnd(text, position))
                throw new MalformedExportException(LineOf(text, position), "this export has no value");
            var name = text[position..equals].Trim();
            position = equals + 1;
            values[name] = Value(text, ref position);
        }
        return values;
    }

    private static string Value(string text, ref int position)
    {
        var value = new StringBuilder();
        char? quote = null;
        var start = position;
        for (; position < text.Length; position++)
        {
            var current = text[position];
            if (quote is null && char.IsWhiteSpace(current))
                break;
            if (quote is null && current is '"' or '\'')
                quote = current;
            else if (current == quote)
                quote = null;
            else
                value.Append(current);
        }
        return quote is null ? value.ToString() : throw new MalformedExportException(LineOf(text, start), "this quote is not closed");
    }

    private static int LineOf(string text, int position) => text.AsSpan(0, position).Count('\n') + 1;

    private static int LineEnd(string text, int position)
        => text.IndexOf('\n', position) is var end && end >= 0 ? end : text.Length;
}
