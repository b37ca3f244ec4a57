namespace Nuke.Common;

/// <summary>The one place that uses the console; whoever writes several pieces of a line holds the lock.</summary>
internal static class ConsoleOutput
{
    /// <summary>The writer itself, which locks itself for each write: a lock of our own would be taken in both orders by whoever replaces it.</summary>
    public static object Lock => Console.Out;

    public static TextWriter Writer => Console.Out;

    public static bool IsRedirected => Console.IsOutputRedirected;

    /// <summary>The width of a line; without limit when output is redirected.</summary>
    public static int Width => IsRedirected ? int.MaxValue : Console.BufferWidth;

    public static void WriteLine(string text)
    {
        lock (Lock)
            Writer.WriteLine(text);
    }

    public static void Prompt(string text)
    {
        lock (Lock)
        {
            Writer.Write(text);
            Writer.Flush();
        }
    }

    public static string ReadLine() => Console.ReadLine();

    public static ConsoleKeyInfo ReadKey() => Console.ReadKey(intercept: true);
}
