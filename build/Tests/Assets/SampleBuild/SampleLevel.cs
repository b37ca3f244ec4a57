public enum SampleLevel
{
    Low,
    High
}
