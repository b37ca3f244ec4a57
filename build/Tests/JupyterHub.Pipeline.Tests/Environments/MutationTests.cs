using System.Text;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Tests.Environments;

public sealed class MutationTests : IDisposable
{
    private const string Alphabet = "{}[]:,-?&*!|>'\"%@`#~ \t\n\r\\<=.x0\u0085\u2028é\uFEFF";

    private readonly EnvironmentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Broken files are the normal case for a loader: whatever one looks like, it is loaded or refused with problems at places.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_damaged_file_is_loaded_or_refused_and_nothing_else(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 150; round++)
        {
            var text = new StringBuilder(EnvironmentFolder.Minimal);
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var at = random.Next(text.Length);
                var character = Alphabet[random.Next(Alphabet.Length)];
                _ = random.Next(4) switch
                {
                    0 => text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at)).Append(' '),
                    1 => text.Insert(at, character),
                    2 => text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 40), text.Length - at))),
                    _ => text.Replace(text[at], character, at, 1),
                };
            }
            try
            {
                _folder.Load(text.ToString()).Name.ShouldBe("x");
            }
            catch (ProblemException exception)
            {
                exception.Problems.ShouldAllBe(problem => problem.Location != null, text.ToString());
            }
        }
    }
}
