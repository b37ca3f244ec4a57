using System.Text.Json;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Execution;

/// <summary>Finds entries of <c>.nuke/parameters*.json</c> that NUKE does not know, or can't convert.</summary>
/// <param name="root">The repository's root; without it there are no files.</param>
internal sealed class ParametersFileCheck(DeclaredNames names, string root, IReadOnlyList<string> profiles)
{
    public IEnumerable<Problem> Problems()
    {
        var folder = Path.Combine(root, ".nuke");
        var ordinary = Path.Combine(folder, "parameters.json");
        if (File.Exists(ordinary))
        {
            foreach (var problem in Check(ordinary))
                yield return problem;
        }
        foreach (var profile in profiles)
        {
            var file = Path.Combine(folder, $"parameters.{profile}.json");
            if (!File.Exists(file))
                yield return new Problem(ExecutionProblems.UnusableParameters, $"the profile '{profile}' has no file{NearestName.Hint(profile, Profiles(folder))}") { Location = Shown(file) };
            else
            {
                foreach (var problem in Check(file))
                    yield return problem;
            }
        }
    }

    private IEnumerable<Problem> Check(string file)
    {
        byte[] json;
        try
        {
            json = File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [new Problem(ExecutionProblems.UnusableParameters, exception.Message) { Location = Shown(file) }];
        }
        var problems = new List<Problem>();
        try
        {
            Read(file, json, problems);
        }
        catch (JsonException exception)
        {
            problems.Add(new Problem(ExecutionProblems.UnusableParameters, "the file is not valid JSON")
            {
                Location = $"{Shown(file)}:{exception.LineNumber + 1}:{exception.BytePositionInLine + 1}",
                Cause = exception.Message.Split(" LineNumber:")[0],
            });
        }
        return problems;
    }

    private void Read(string file, byte[] json, List<Problem> problems)
    {
        var bytes = json.AsSpan().StartsWith("\uFEFF"u8) ? json.AsSpan(3) : json;
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        while (reader.Read())
        {
            if (reader.CurrentDepth != 1 || reader.TokenType is not JsonTokenType.PropertyName)
                continue;
            var name = reader.GetString()!;
            var at = Position(bytes, (int)reader.TokenStartIndex);
            reader.Read();
            var element = JsonElement.ParseValue(ref reader);
            if (name.StartsWith('$'))
                continue;
            var parameter = names.Parameters.FirstOrDefault(known => DeclaredParameter.Letters(known.Name) == name);
            if (parameter is null)
                problems.Add(new Problem(ExecutionProblems.UnknownOption, $"there is no parameter '{name}'{NearestName.Hint(name, names.Parameters.Where(known => known.Listed).Select(known => known.Name))}") { Location = $"{Shown(file)}:{at}" });
            else if (parameter.Type is { } type && !parameter.TakesTargets && Complaint(element, type) is { } complaint)
                problems.Add(new Problem(ExecutionProblems.UnusableValue, $"'{name}': {complaint}") { Location = $"{Shown(file)}:{at}" });
        }
    }

    private static string? Complaint(JsonElement element, Type type)
    {
        if (type.IsArray && element.ValueKind is JsonValueKind.Array)
            return element.EnumerateArray().Select(item => Complaint(item, type.GetElementType()!)).FirstOrDefault(found => found is not null);
        return element.ValueKind switch
        {
            // Records and lists are taken apart by NUKE's own converter.
            JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null => null,
            JsonValueKind.String => Text(element.GetString()!, type),
            _ => Text(element.GetRawText(), type),
        };

        static string? Text(string text, Type type) => ParameterValue.Complaint(text, type) is { } complaint ? $"'{text}' {complaint}" : null;
    }

    private string Shown(string file) => Path.GetRelativePath(root, file);

    private static IEnumerable<string> Profiles(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "parameters.*.json").Select(file => Path.GetFileNameWithoutExtension(file)["parameters.".Length..])
        : [];

    private static string Position(ReadOnlySpan<byte> bytes, int index)
    {
        var before = bytes[..index];
        return $"{before.Count((byte)'\n') + 1}:{index - before.LastIndexOf((byte)'\n')}";
    }
}
