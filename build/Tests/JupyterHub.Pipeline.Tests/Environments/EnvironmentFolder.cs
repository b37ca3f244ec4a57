using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Tests.Environments;

/// <summary>A repository of its own with an <c>environments</c> folder, removed at the end.</summary>
internal sealed class EnvironmentFolder : IDisposable
{
    /// <summary>The least that an environment on real machines says.</summary>
    public const string Minimal =
        """
        name: x
        cluster:
          provider: existing
        storage:
          ceph:
            export: export.json
        ingress:
          address: 10.0.0.80
        dns:
          bind9:
            server: 10.0.0.53
            zone: data.example.org
            tsig:
              name: hub-key
              secret: { env: HUB_TSIG }
        hub:
          host: jupyter.data.example.org
          authenticator:
            native: {}
          users:
            admins: [ada]
        """;

    public EnvironmentFolder()
    {
        Directory.CreateDirectory(Path.Combine(Root, "environments"));
        Write("export.json", "[]");
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("environments-").FullName;

    public EnvironmentCatalog Catalog => new(Root);

    /// <summary>The checkout that the tests were built from.</summary>
    public static string Repository { get; } = FindRepository();

    public string PathOf(string name) => Path.Combine(Root, "environments", name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
    }

    public DeploymentEnvironment Load(string text, string name = "x.yaml")
    {
        Write(name, text);
        return EnvironmentLoader.Load(PathOf(name), Root);
    }

    /// <summary>The problems of an environment that must have some.</summary>
    public IReadOnlyList<Problem> Refuse(string text, string name = "x.yaml") => Should.Throw<ProblemException>(() => Load(text, name)).Problems;

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static string FindRepository()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "JupyterHub.Pipeline.slnx")))
            directory = directory.Parent;
        return directory.FullName;
    }
}
