using System.Reflection;
using Nuke.Common.Parameters;

namespace Nuke.Common.CI;

/// <summary>Injects a partition of a fixed number of parts; the parameter's value is the part.</summary>
public class PartitionAttribute : ParameterAttribute
{
    public PartitionAttribute(int total) => Total = total;

    public int Total { get; }

    public override bool List => false;

    public override object GetValue(MemberInfo member, object instance) =>
        ParameterService.GetParameter<int?>(member) is { } part
            ? new Partition { Part = part, Total = Total }
            : Partition.Single;
}
