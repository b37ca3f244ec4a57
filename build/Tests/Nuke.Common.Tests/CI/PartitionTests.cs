using Nuke.Common.CI;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tests.CI;

public sealed class PartitionTests
{
    [Fact]
    public void Every_item_is_in_exactly_one_part()
    {
        var parts = Enumerable.Range(1, 3).Select(x => new Partition { Part = x, Total = 3 }.GetCurrent(Enumerable.Range(0, 7)).ToList()).ToList();

        parts[0].ShouldBe([0, 3, 6]);
        parts.SelectMany(x => x).Order().ShouldBe(Enumerable.Range(0, 7));
    }

    [Fact]
    public void A_partition_is_written_as_part_of_total()
    {
        var partition = ReflectionUtility.Convert<Partition>("2/3");

        partition.ToString().ShouldBe("2/3");
        partition.IsIn(2).ShouldBeTrue();
        partition.IsIn(1).ShouldBeFalse();
        Partition.Single.IsIn(5).ShouldBeTrue();
    }
}
