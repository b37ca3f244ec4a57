using JupyterHub.Pipeline.Environments.Shapes;

namespace JupyterHub.Pipeline.Environments.Sections;

/// <summary>What one user's server is made of.</summary>
internal static class ServerSection
{
    public static SectionShape<ResourceSettings> Resources { get; } = new(keys =>
    {
        var cpu = keys.Default("cpu", Range(Amounts.Cores), new(), "Processor cores.");
        var memory = keys.Default("memory", Range(Amounts.Size), new(), "Memory.");
        return values => new ResourceSettings { Cpu = values.Get(cpu), Memory = values.Get(memory) };
    });

    public static SectionShape<ProfileSettings> Profile { get; } = new(keys =>
    {
        var name = keys.Required("name", Text.Any, "What users choose.");
        var description = keys.Default("description", Text.AnyOrNone, "", "What users read about it.");
        var isDefault = keys.Default("default", Numbers.Boolean, false, "Whether it is chosen unless the user chooses another.");
        var image = keys.Optional("image", Image(), "Its image; the hub's when absent.");
        var resources = keys.Optional("resources", Resources, "Its resources; the hub's when absent.");
        return values => new ProfileSettings
        {
            Name = values.Get(name),
            Description = values.Get(description),
            Default = values.Get(isDefault),
            Image = values.Get(image),
            Resources = values.Get(resources),
        };
    });

    public static SectionShape<VolumeSettings> Volume(VolumeSettings fallback) => new(keys =>
    {
        var size = keys.Default("size", Amounts.Size, fallback.Size, "Size of the volume; it can grow later, never shrink.");
        return values => new VolumeSettings { Size = values.Get(size) };
    });

    public static SectionShape<ImageSettings> Image(ImageSettings? fallback = null) => new(keys =>
    {
        const string nameDescription = "The image, without its tag.";
        const string tagDescription = "Its tag.";
        var name = fallback is null ? keys.Required("name", Text.ImageName, nameDescription) : keys.Default("name", Text.ImageName, fallback.Name, nameDescription);
        var tag = fallback is null ? keys.Required("tag", Text.ImageTag, tagDescription) : keys.Default("tag", Text.ImageTag, fallback.Tag, tagDescription);
        return values => new ImageSettings { Name = values.Get(name), Tag = values.Get(tag) };
    });

    private static SectionShape<ResourceRange> Range(Shape<Quantity> amount) => new(keys =>
    {
        var guarantee = keys.OptionalValue("guarantee", amount, "What is always there.");
        var limit = keys.OptionalValue("limit", amount, "What is the most.");
        return values => new ResourceRange { Guarantee = values.Get(guarantee), Limit = values.Get(limit) };
    });
}
