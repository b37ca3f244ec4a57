using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Environments;

/// <summary>What can be wrong with an environment's files.</summary>
public static class EnvironmentProblems
{
    public static readonly ProblemCode NotFound = new("HUB1001", "No such environment",
        "No file under environments/ has this name, or no name matches the pattern. Files that begin with base- or have no name are bases for others.",
        "Name one of the environments listed, or add environments/<name>.yaml");

    public static readonly ProblemCode Unreadable = new("HUB1002", "A file of the environment cannot be read",
        "The file does not exist, is a directory, or its permissions keep this user out.",
        "Check the file's path and permissions");

    public static readonly ProblemCode TooLarge = new("HUB1003", "A file of the environment is too large",
        "An environment is at most 1 MiB, 64 levels deep and 20000 values, with aliases counted as often as they are used.",
        "Check that this is the file you meant; split what environments share into a base and extend it");

    public static readonly ProblemCode InvalidYaml = new("HUB1004", "The file is not valid YAML",
        "The file breaks YAML's syntax, or uses what an environment cannot: several documents, custom tags, keys that are not text.",
        "Correct the YAML at the place named");

    public static readonly ProblemCode DuplicateKey = new("HUB1005", "A key is given twice",
        "The same key stands twice in one section. YAML readers disagree about which one counts.",
        "Remove one of the two");

    public static readonly ProblemCode BaseNotFound = new("HUB1006", "The file that the environment extends cannot be read",
        "The path after extends: is relative to the file that holds it.",
        "Correct the path after extends:");

    public static readonly ProblemCode InheritanceCycle = new("HUB1007", "An environment extends itself",
        "The chain of extends: comes back to a file that it has passed, or is longer than 16 files.",
        "Remove one extends: of the chain");

    public static readonly ProblemCode NameMismatch = new("HUB1008", "The name is not the file's name",
        "An environment is found by its file, and its name marks what it owns in DNS and on disk, so the two must be the same.",
        "Rename the file, or set name: to the file's name without its extension");

    public static readonly ProblemCode UnknownKey = new("HUB1010", "Unknown key",
        "The section has no such key. It may be misspelled or stand in the wrong section.",
        "Use one of the keys that the section has");

    public static readonly ProblemCode WrongType = new("HUB1011", "The value has the wrong type",
        "A list, a section, a number or text stands where something else belongs. Unquoted numbers, true, false and null are not text.",
        "Write the value as the message says");

    public static readonly ProblemCode MissingValue = new("HUB1012", "A value is missing",
        "The environment needs a value that has no default.",
        "Add the value, here or in the file that this one extends");

    public static readonly ProblemCode InvalidValue = new("HUB1013", "The value is not allowed",
        "The value is of the right type, but its form or range is wrong.",
        "Write a value as the message describes");

    public static readonly ProblemCode NotExactlyOne = new("HUB1014", "Settings exclude each other",
        "Of these settings exactly one may be given. One may come from a file that this one extends.",
        "Keep one; set the other to null to remove what a base sets");

    public static readonly ProblemCode HostOutsideZone = new("HUB1101", "The hub's host is not below the DNS zone",
        "ExternalDNS can only publish names in the zone that BIND 9 serves for it.",
        "Choose a host below dns.bind9.zone, or the zone that holds the host");

    public static readonly ProblemCode DummyAuthenticator = new("HUB1102", "The dummy authenticator lets everyone in",
        "The dummy authenticator accepts any name with one password that all share. It exists to try things out.",
        "Configure oauth, ldap or native under hub.authenticator");

    public static readonly ProblemCode NobodyCanLogIn = new("HUB1103", "Nobody could log in",
        "JupyterHub 5 admits nobody unless users are named or everyone who proves an identity is allowed.",
        "Name users under hub.users.allowed or hub.users.admins, or set hub.users.allowAll: true");

    public static readonly ProblemCode TooManyReplicas = new("HUB1104", "More Longhorn replicas than nodes",
        "Longhorn keeps each replica of a volume on a node of its own, so volumes would stay degraded for ever.",
        "Lower storage.longhorn.replicas, or add nodes");

    public static readonly ProblemCode UnsupportedKubernetes = new("HUB1105", "A chart does not support this Kubernetes version",
        "The chart's publisher supports a range of Kubernetes versions, and the cluster's version is outside it.",
        "Choose a cluster version or a chart version that go together");

    public static readonly ProblemCode OtherProvider = new("HUB1106", "The setting belongs to another provider",
        "Some settings of cluster: only mean something with one cluster.provider.",
        "Remove the setting, or change cluster.provider");

    public static readonly ProblemCode EvenServers = new("HUB1107", "An even number of servers",
        "etcd needs a majority: an even number of servers survives no more failures than one server less. This is a warning.",
        "Use 1, 3 or 5 servers");

    public static readonly ProblemCode RehearsalSecret = new("HUB1108", "A rehearsal's secret outside a rehearsal",
        "Secrets of the form { rehearsal: name } are made up on this machine, and nothing but a rehearsal knows them.",
        "Refer to the real secret with env, file or command");

    public static readonly ProblemCode Profiles = new("HUB1109", "The profiles contradict each other",
        "Profiles have different names, and at most one of them is the default.",
        "Rename a profile, or keep one default");

    public static readonly ProblemCode GuaranteeAboveLimit = new("HUB1110", "A guarantee above its limit",
        "Kubernetes refuses a container whose request is larger than its limit.",
        "Lower the guarantee or raise the limit");

    public static readonly ProblemCode LeafOutlivesAuthority = new("HUB1111", "Certificates would outlive their authority",
        "A certificate is worth nothing once its authority's certificate has expired.",
        "Make certificates.authority.leafDuration shorter than certificates.authority.duration");

    public static readonly ProblemCode StaticRecord = new("HUB1112", "A static record is not valid",
        "A record's values must fit its type, and its name must lie in the zone.",
        "Correct the record");

    public static readonly ProblemCode NameCollision = new("HUB1113", "Two owners for one name",
        "A name has one owner: the hub's name belongs to ExternalDNS, a record set stands once, and a CNAME stands alone (RFC 1034, section 3.6.2).",
        "Remove one of the records");

    public static readonly ProblemCode Culling = new("HUB1114", "The culling times contradict each other",
        "The hub looks for idle servers every 'every'; it cannot do so less often than servers time out.",
        "Make hub.culling.every shorter than hub.culling.timeout");

    public static readonly ProblemCode FileMissing = new("HUB1115", "A file that the environment names cannot be read",
        "Paths are relative to the file that holds them; ~ is the home directory.",
        "Create the file or correct the path");

    public static readonly ProblemCode Ports = new("HUB1116", "Two servers on one port",
        "The rehearsal's servers listen on ports of their own; 0 lets the system choose.",
        "Give each a port of its own, or remove the ports");

    public static readonly ProblemCode Machines = new("HUB1117", "A machine has two roles",
        "A machine is an RKE2 server or an agent, and is listed once.",
        "List each machine once");

    public static readonly ProblemCode Namespaces = new("HUB1118", "Parts of the platform share a namespace",
        "The hub's network policies, secrets and clean-up cover its whole namespace, so nothing else may live there.",
        "Give the hub a namespace of its own");

    public static readonly ProblemCode ClearText = new("HUB1119", "Passwords travel in clear",
        "The directory is asked without TLS, so whoever is on the network reads the users' passwords. This is a warning.",
        "Set hub.authenticator.ldap.useSsl: true, and the port that the directory speaks TLS on");
}
