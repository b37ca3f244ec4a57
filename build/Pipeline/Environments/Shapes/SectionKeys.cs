namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>Declares the keys of a section.</summary>
internal sealed class SectionKeys
{
    public List<ISectionKey> All { get; } = [];

    public List<KeyGroup> Groups { get; } = [];

    /// <summary>A value that has no default, or a section.</summary>
    public SectionKey<T> Required<T>(string name, Shape<T> shape, string description) =>
        Add(new SectionKey<T>(name, shape, description, KeyPresence.Required, default!));

    /// <summary>A value with a default.</summary>
    public SectionKey<T> Default<T>(string name, Shape<T> shape, T fallback, string description) =>
        Add(new SectionKey<T>(name, shape, description, KeyPresence.Defaulted, fallback));

    /// <summary>A value or section that may be absent.</summary>
    public SectionKey<T?> Optional<T>(string name, Shape<T> shape, string description)
        where T : class =>
        Add(new SectionKey<T?>(name, shape!, description, KeyPresence.Optional, null));

    /// <summary>A number, duration or quantity that may be absent.</summary>
    public SectionKey<T?> OptionalValue<T>(string name, Shape<T> shape, string description)
        where T : struct =>
        Add(new SectionKey<T?>(name, new OptionalShape<T>(shape), description, KeyPresence.Optional, null));

    /// <summary>Of these keys exactly one is given.</summary>
    public void ExactlyOne(params IReadOnlyList<ISectionKey> keys) => Groups.Add(new KeyGroup([.. keys.Select(key => key.Name)], OneNeeded: true));

    /// <summary>Of these keys at most one is given.</summary>
    public void AtMostOne(params IReadOnlyList<ISectionKey> keys) => Groups.Add(new KeyGroup([.. keys.Select(key => key.Name)], OneNeeded: false));

    private SectionKey<T> Add<T>(SectionKey<T> key)
    {
        All.Add(key);
        return key;
    }
}
