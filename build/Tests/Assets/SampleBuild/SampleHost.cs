using Nuke.Common;

/// <summary>A host of the build's own, detected by a variable.</summary>
public sealed class SampleHost : Host
{
    public static bool IsRunningSampleHost => EnvironmentInfo.HasVariable("SAMPLE_HOST");

    protected override IDisposable WriteBlock(string text) => new Block(text);

    protected override void ReportError(string text, string details = null) => Write($"error {text}");

    private static void Write(string text) => Console.Out.WriteLine(text);

    private sealed class Block : IDisposable
    {
        private readonly string _text;

        public Block(string text) => Write($"begin {_text = text}");

        public void Dispose() => Write($"end {_text}");
    }
}
