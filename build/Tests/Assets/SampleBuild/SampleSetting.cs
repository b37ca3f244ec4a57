public sealed class SampleSetting
{
    public string Key { get; set; }

    public int[] Numbers { get; set; }
}
