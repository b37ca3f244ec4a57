using System.Text;

namespace Nuke.Common.Execution;

/// <summary>Writes indented JSON. The schema is written on every start, for which a JSON library takes too long to load.</summary>
internal static class JsonText
{
    public static string Write(JsonObject value)
    {
        var builder = new StringBuilder();
        Append(builder, value, indentation: string.Empty);
        return builder.ToString();
    }

    private static void Append(StringBuilder builder, object value, string indentation)
    {
        switch (value)
        {
            case JsonObject { Count: 0 }:
                builder.Append("{}");
                break;
            case JsonObject properties:
                AppendBlock(builder, '{', '}', properties, indentation, (x, inner) =>
                {
                    AppendText(builder, x.Key);
                    builder.Append(": ");
                    Append(builder, x.Value, inner);
                });
                break;
            case List<object> items:
                AppendBlock(builder, '[', ']', items, indentation, (x, inner) => Append(builder, x, inner));
                break;
            default:
                AppendText(builder, (string)value);
                break;
        }
    }

    private static void AppendBlock<T>(
        StringBuilder builder,
        char opening,
        char closing,
        IEnumerable<T> items,
        string indentation,
        Action<T, string> append)
    {
        var inner = indentation + "  ";
        var separator = string.Empty;
        builder.Append(opening);
        foreach (var item in items)
        {
            builder.Append(separator).Append('\n').Append(inner);
            append(item, inner);
            separator = ",";
        }

        builder.Append('\n').Append(indentation).Append(closing);
    }

    private static void AppendText(StringBuilder builder, string text)
    {
        builder.Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => builder.Append("\\\""),
                '\\' => builder.Append("\\\\"),
                '\n' => builder.Append("\\n"),
                '\r' => builder.Append("\\r"),
                '\t' => builder.Append("\\t"),
                < ' ' => builder.Append($"\\u{(int)character:x4}"),
                _ => builder.Append(character)
            };
        }

        builder.Append('"');
    }
}
