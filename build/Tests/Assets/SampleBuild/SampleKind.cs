using System.ComponentModel;
using Nuke.Common.Tooling;

[TypeConverter(typeof(TypeConverter<SampleKind>))]
public sealed class SampleKind : Enumeration
{
    public static readonly SampleKind Sweet = new() { Value = nameof(Sweet) };
    public static readonly SampleKind Sour = new() { Value = nameof(Sour) };
}
