/// <summary>A second configuration of the same host, told apart by its postfix.</summary>
public sealed class SampleConfiguration2Attribute : SampleConfigurationAttribute
{
    public override string IdPostfix => "second";
}
