using System.ComponentModel;
using System.Globalization;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common;

public partial class Host
{
    /// <summary>The host that says it is running; a plain terminal when no other does.</summary>
    internal static Host Default => Create(
        AvailableTypes.FirstOrDefault(x => !IsTerminal(x) && IsRunning(x)) ??
        AvailableTypes.FirstOrDefault(x => IsTerminal(x) && x != typeof(Terminal) && IsRunning(x)) ??
        typeof(Terminal));

    internal static IEnumerable<Type> AvailableTypes => HostTypes.Find();

    private static bool IsTerminal(Type hostType) => typeof(Terminal).IsAssignableFrom(hostType);

    private static bool IsRunning(Type hostType)
    {
        var name = $"IsRunning{hostType.Name}";
        return hostType.GetProperty(name, ReflectionUtility.Static)
            .NotNull($"Host type '{hostType.Name}' defines no property '{name}'")
            .GetValue<bool>();
    }

    private static Host Create(Type hostType) => (Host)Activator.CreateInstance(hostType, nonPublic: true);

    private sealed class TypeConverter : System.ComponentModel.TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value)
        {
            if (value is not string name)
                return base.ConvertFrom(context, culture, value);

            var hosts = AvailableTypes.Where(x => x.FullName.EndsWithOrdinalIgnoreCase(name)).ToList();
            Assert.HasSingleItem(hosts);
            return Create(hosts[0]);
        }
    }
}
