using System.ComponentModel;
using System.Globalization;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>A set of named values as static fields of a class, which can be parameters and stand for their text.</summary>
public abstract class Enumeration
{
    protected string Value { get; set; }

    public static implicit operator string(Enumeration value) => value?.Value;

    public static bool operator ==(Enumeration a, Enumeration b) => Equals((object)a, b);

    public static bool operator !=(Enumeration a, Enumeration b) => !Equals((object)a, b);

    public override bool Equals(object obj) => ReferenceEquals(this, obj) || (obj?.GetType() == GetType() && Equals((Enumeration)obj));

    public override int GetHashCode() => Value?.GetHashCode() ?? 0;

    public override string ToString() => Value.NotNull();

    protected bool Equals(Enumeration other) => Value == other.Value;

    /// <summary>Converts the name of a field, whatever its case, to the field's value.</summary>
    public class TypeConverter<T> : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value)
        {
            if (value is not string name)
                return base.ConvertFrom(context, culture, value);

            var fields = typeof(T).GetFields(ReflectionUtility.Static).Where(x => x.Name.EqualsOrdinalIgnoreCase(name)).ToList();
            Assert.HasSingleItem(fields);
            return fields[0].GetValue(obj: null);
        }
    }
}
