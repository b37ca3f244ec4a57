namespace Nuke.Common.Tooling;

/// <summary>How an option's property becomes an argument of the command line.</summary>
public class ArgumentAttribute : Attribute
{
    /// <summary>The argument with <c>{value}</c> and, for dictionaries, <c>{key}</c>.</summary>
    public string Format { get; set; }

    /// <summary>Positive positions come first, negative ones last, in ascending order.</summary>
    public int Position { get; set; }

    /// <summary>Whether the value is redacted.</summary>
    public bool Secret { get; set; }

    /// <summary>Separates the elements of one argument; without it each element is an argument.</summary>
    public string Separator { get; set; }
}
