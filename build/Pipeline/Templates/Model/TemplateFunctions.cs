using System.Globalization;
using JupyterHub.Pipeline.Environments;
using Scriban.Runtime;

namespace JupyterHub.Pipeline.Templates.Model;

/// <summary>The functions that templates have besides Scriban's own.</summary>
internal static class TemplateFunctions
{
    public static void AddTo(ScriptObject globals)
    {
        globals.Import("secret", new Func<object?, object>(Secret));
        globals.Import("bytes", new Func<object?, object?>(Bytes));
        globals.Import("cores", new Func<object?, object?>(Cores));
    }

    /// <summary>Stands for the secret that a reference points to.</summary>
    private static object Secret(object? reference) => reference is SecretReference secret
        ? new SecretValue(secret)
        : throw new ArgumentException("secret takes a reference to a secret of the environment, such as dns.bind9.tsig.secret");

    /// <summary>A quantity as a whole number of bytes; nothing stays nothing.</summary>
    private static object? Bytes(object? quantity) => Read(quantity)?.Bytes;

    /// <summary>A quantity as a number of cores, <c>500m</c> as <c>0.5</c>; nothing stays nothing.</summary>
    private static object? Cores(object? quantity) => (double?)Read(quantity)?.Value;

    private static Quantity? Read(object? value) => value switch
    {
        null => null,
        QuantityValue known => known.Quantity,
        _ when Quantity.TryParse(System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", out var quantity) => quantity,
        _ => throw new ArgumentException($"'{value}' is not a quantity"),
    };
}
