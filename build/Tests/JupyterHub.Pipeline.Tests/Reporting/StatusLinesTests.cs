using JupyterHub.Pipeline.Reporting;

namespace JupyterHub.Pipeline.Tests.Reporting;

public sealed class StatusLinesTests
{
    private static readonly TargetStatus[] Targets =
    [
        new("CreateIssuers", TimeSpan.FromSeconds(3), null, Failed: true),
        new("InstallLonghorn", TimeSpan.FromSeconds(102), "DaemonSet longhorn-system/longhorn-manager 1/3 ready"),
        new("ImportRookCeph", TimeSpan.FromSeconds(9), null),
    ];

    [Fact]
    public void Every_running_target_has_a_line()
    {
        Render(Targets, width: 80).ShouldBe(
        [
            "",
            "✗ CreateIssuers     0:03  failed",
            "⠋ InstallLonghorn   1:42  DaemonSet longhorn-system/longhorn-manager 1/3 ready",
            "⠋ ImportRookCeph    0:09",
            "  2 running · 4 done · 1 waiting",
        ]);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(79)]
    public void No_line_is_as_wide_as_the_terminal(int width)
    {
        TargetStatus[] wide = [.. Targets, new("Übersicht", TimeSpan.Zero, "日本語のとても長い待ち時間の説明文をここに書きます")];
        foreach (var line in Render(wide, width))
            line.EnumerateRunes().Sum(rune => rune.Value >= 0x2E80 ? 2 : 1).ShouldBeLessThan(width);
    }

    [Fact]
    public void What_does_not_fit_the_height_is_counted()
    {
        var many = Enumerable.Range(1, 30).Select(index => new TargetStatus($"t{index}", TimeSpan.Zero, null)).ToArray();
        var lines = Render(many, width: 80, height: 24);
        lines.Count.ShouldBe(13);
        lines[^1].ShouldBe("  30 running · 19 more · 4 done · 1 waiting");
    }

    [Fact]
    public void Nothing_runs_nothing_is_shown() => Render([], width: 80).ShouldBeEmpty();

    private static List<string> Render(TargetStatus[] targets, int width, int height = 24) =>
        [.. StatusLines.Render(targets, done: 4, waiting: 1, width, height, tick: 0).Select(Ansi.WithoutColor)];
}
