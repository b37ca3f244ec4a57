using System.Text;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Environments.Yaml;

/// <summary>Reads a YAML file into nodes that know where they stand.</summary>
internal static class YamlFile
{
    /// <summary>An environment is written by people; a megabyte of it is a mistake.</summary>
    public const int SizeLimit = 1 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file's only document, or <see langword="null"/> when it cannot be read; every problem found is added to <paramref name="problems"/>.</summary>
    public static SourceMapping? Read(SourceDocument document, ICollection<Problem> problems)
    {
        if (ReadText(document, problems) is not { } text)
            return null;
        return new YamlDocumentReader(document, problems).Read(text);
    }

    private static string? ReadText(SourceDocument document, ICollection<Problem> problems)
    {
        try
        {
            // The limit holds whatever the length says: a device or a pipe has none.
            using var file = new FileStream(document.FullPath, FileMode.Open, FileAccess.Read, FileShare.Read);
            var buffer = new byte[SizeLimit + 1];
            var length = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (length > SizeLimit)
            {
                problems.Add(new Problem(EnvironmentProblems.TooLarge, $"The file is larger than {SizeLimit / 1024} KiB") { Location = document.DisplayPath });
                return null;
            }
            var text = Strict.GetString(buffer, 0, length);
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException exception)
        {
            problems.Add(new Problem(EnvironmentProblems.InvalidYaml, $"The file is not UTF-8: byte {exception.Index} begins no character")
            {
                Location = document.DisplayPath,
                NextStep = "Save the file as UTF-8",
            });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            problems.Add(new Problem(EnvironmentProblems.Unreadable, "The file cannot be read") { Location = document.DisplayPath, Cause = exception.Message });
        }
        return null;
    }
}
