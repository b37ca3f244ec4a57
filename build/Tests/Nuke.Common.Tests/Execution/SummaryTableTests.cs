using Nuke.Common.Execution;

namespace Nuke.Common.Tests.Execution;

public sealed class SummaryTableTests
{
    [Theory]
    [InlineData(0, "< 1sec")]
    [InlineData(1, "0:01")]
    [InlineData(61, "1:01")]
    [InlineData(600, "10:00")]
    [InlineData(3 * 3600, "180:00")]
    public void Durations_are_minutes_and_seconds(int seconds, string expected) =>
        SummaryTable.Format(TimeSpan.FromSeconds(seconds)).ShouldBe(expected);
}
