using System.ComponentModel;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tests.Tooling;

public sealed class EnumerationTests
{
    [Fact]
    public void A_value_is_its_text_and_equals_another_of_the_same()
    {
        string text = Kind.Sweet;

        text.ShouldBe("sweet!");
        (Kind.Sweet == new Kind("sweet!")).ShouldBeTrue();
        (Kind.Sweet != Kind.Sour).ShouldBeTrue();
    }

    [Fact]
    public void Conversion_is_by_the_fields_name() =>
        ReflectionUtility.Convert<Kind>("SWEET").ShouldBeSameAs(Kind.Sweet);

    [Fact]
    public void An_unknown_name_is_refused() =>
        Should.Throw<Exception>(() => ReflectionUtility.Convert<Kind>("salty")).Message.ShouldBe("Value 'salty' could not be converted to 'Kind'");

    [Fact]
    public void An_enums_text_is_its_attributes_or_its_name()
    {
        Level.Low.GetValue().ShouldBe("low level");
        Level.High.GetValue().ShouldBe("High");
    }

    private enum Level
    {
        [EnumValue("low level")]
        Low,
        High
    }

    [TypeConverter(typeof(TypeConverter<Kind>))]
    private sealed class Kind : Enumeration
    {
        public static readonly Kind Sweet = new("sweet!");
        public static readonly Kind Sour = new("sour!");

        public Kind(string value) => Value = value;
    }
}
