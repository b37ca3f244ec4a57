using JupyterHub.Pipeline.Environments.Shapes;

namespace JupyterHub.Pipeline.Environments.Sections;

internal static class HubSection
{
    private static readonly HubSettings Hub = new() { Host = "", Authenticator = new() };

    private static readonly SectionShape<UserSettings> Users = new(keys =>
    {
        var names = new ListShape<string>(Text.UserName);
        var admins = keys.Default("admins", names, [], "Users who may also administer the hub.");
        var allowed = keys.Default("allowed", names, [], "Users who may log in.");
        var allowAll = keys.Default("allowAll", Numbers.Boolean, false, "Whether everyone who proves an identity may log in.");
        return values => new UserSettings { Admins = values.Get(admins), Allowed = values.Get(allowed), AllowAll = values.Get(allowAll) };
    });

    private static readonly SectionShape<CullingSettings> Culling = new(keys =>
    {
        var enabled = keys.Default("enabled", Numbers.Boolean, true, "Whether idle servers are stopped.");
        var timeout = keys.Default("timeout", Amounts.Duration, Hub.Culling.Timeout, "How long a server may be idle.");
        var every = keys.Default("every", Amounts.Duration, Hub.Culling.Every, "How often the hub looks.");
        var maxAge = keys.Default("maxAge", Amounts.DurationOrNone, Hub.Culling.MaxAge, "How long a server may run at all; 0s for ever.");
        return values => new CullingSettings
        {
            Enabled = values.Get(enabled),
            Timeout = values.Get(timeout),
            Every = values.Get(every),
            MaxAge = values.Get(maxAge),
        };
    });

    private static readonly SectionShape<NetworkSettings> Network = new(keys =>
    {
        var policy = keys.Default("policy", Numbers.Boolean, true, "Whether network policies are installed.");
        var egress = keys.Default("egress", new ListShape<string>(Addresses.Cidr), [],
            "Private networks that users' servers may reach besides the Internet, in CIDR notation.");
        return values => new NetworkSettings { Policy = values.Get(policy), Egress = values.Get(egress) };
    });

    public static SectionShape<HubSettings> Shape { get; } = new(keys =>
    {
        var ns = keys.Default("namespace", Text.Label, Hub.Namespace, "Namespace of the hub and its users' servers.");
        var release = keys.Default("release", Text.Release, Hub.Release, "Name of the Helm release.");
        var host = keys.Required("host", Addresses.HostName, "The name that users type, below dns.bind9.zone.");
        var title = keys.Default("title", Text.Any, Hub.Title, "What the hub calls itself.");
        var authenticator = keys.Required("authenticator", AuthenticatorSection.Shape, "How users prove who they are.");
        var users = keys.Default("users", Users, Hub.Users, "Who may use the hub.");
        var resources = keys.Default("resources", ServerSection.Resources, Hub.Resources, "What one user's server gets.");
        var storage = keys.Default("storage", ServerSection.Volume(Hub.Storage), Hub.Storage, "Each user's home, on the Ceph StorageClass.");
        var database = keys.Default("database", ServerSection.Volume(Hub.Database), Hub.Database, "The hub's database, on the Ceph StorageClass.");
        var image = keys.Default("image", ServerSection.Image(Hub.Image), Hub.Image, "The image of users' servers.");
        var profiles = keys.Default("profiles", new ListShape<ProfileSettings>(ServerSection.Profile), [], "Choices that users have when they start a server.");
        var culling = keys.Default("culling", Culling, Hub.Culling, "When idle servers are stopped.");
        var network = keys.Default("network", Network, Hub.Network, "What users' servers may reach.");
        var startTimeout = keys.Default("startTimeout", Amounts.Duration, Hub.StartTimeout, "How long a user's server may take to start.");
        return values => new HubSettings
        {
            Namespace = values.Get(ns),
            Release = values.Get(release),
            Host = values.Get(host),
            Title = values.Get(title),
            Authenticator = values.Get(authenticator),
            Users = values.Get(users),
            Resources = values.Get(resources),
            Storage = values.Get(storage),
            Database = values.Get(database),
            Image = values.Get(image),
            Profiles = values.Get(profiles),
            Culling = values.Get(culling),
            Network = values.Get(network),
            StartTimeout = values.Get(startTimeout),
        };
    });
}
