using JupyterHub.Pipeline.Environments;

namespace JupyterHub.Pipeline.Tests.Environments;

public sealed class AmountTests
{
    [Theory]
    [InlineData("30s", 30)]
    [InlineData("10m", 600)]
    [InlineData("1h30m", 5400)]
    [InlineData("7d", 604800)]
    [InlineData("1d2h3m4s", 93784)]
    [InlineData("0s", 0)]
    [InlineData("87600h", 315360000)]
    [InlineData("1500ms", 1.5)]
    public void Durations_are_read(string text, double seconds)
    {
        DurationText.TryParse(text, out var duration).ShouldBeTrue();
        duration.TotalSeconds.ShouldBe(seconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("s")]
    [InlineData("1.5h")]
    [InlineData("-1h")]
    [InlineData("1m1h")]
    [InlineData("1h 30m")]
    [InlineData("1H")]
    [InlineData("9999999999d")]
    [InlineData("99999999999999999999h")]
    [InlineData("1h\n")]
    public void What_is_no_duration_is_refused(string text) => DurationText.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("90m", "1h30m")]
    [InlineData("7d", "168h")]
    [InlineData("30s", "30s")]
    [InlineData("0s", "0s")]
    [InlineData("1500ms", "1s500ms")]
    public void Durations_are_written_for_Go(string text, string written)
    {
        DurationText.TryParse(text, out var duration);
        DurationText.Format(duration).ShouldBe(written);
    }

    [Theory]
    [InlineData("1Gi", 1073741824)]
    [InlineData("1G", 1000000000)]
    [InlineData("1.5Ki", 1536)]
    [InlineData("1e3", 1000)]
    [InlineData("5E", 5000000000000000000)]
    [InlineData("12", 12)]
    [InlineData("1500m", 2)]
    [InlineData("0", 0)]
    public void Quantities_are_read_and_rounded_up_to_bytes(string text, long bytes)
    {
        Quantity.Parse(text).Bytes.ShouldBe(bytes);
        Quantity.Parse(text).ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Gi")]
    [InlineData("1GB")]
    [InlineData("1 Gi")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1e99")]
    [InlineData("99999999999Ei")]
    [InlineData("1.2.3")]
    [InlineData("0x10")]
    [InlineData("1Gi\n")]
    public void What_is_no_quantity_is_refused(string text) => Quantity.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("v1.35.7+rke2r1", 1, 35, 7)]
    [InlineData("1.36.0-rc.1", 1, 36, 0)]
    public void Kubernetes_versions_are_read(string text, int major, int minor, int patch)
    {
        KubernetesVersion.TryParse(text, out var version).ShouldBeTrue();
        (version.Major, version.Minor, version.Patch).ShouldBe((major, minor, patch));
        version.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("1.35")]
    [InlineData("v1.35.x")]
    [InlineData("latest")]
    [InlineData("v1.35.7 ")]
    public void What_is_no_Kubernetes_version_is_refused(string text) => KubernetesVersion.TryParse(text, out _).ShouldBeFalse();
}
