namespace JupyterHub.Pipeline.EndToEnd.Tests.Running;

/// <summary>A copy of the repository in which tests run <c>./build.sh</c> and change what they like. It carries the compiled build.</summary>
internal sealed class Checkout : IDisposable
{
    private const string Prefix = "end-to-end-";

    private readonly DirectoryInfo _parent;

    private Checkout(DirectoryInfo parent) => _parent = parent;

    /// <summary>The path has a blank, as users' paths do.</summary>
    public string Root => System.IO.Path.Combine(_parent.FullName, "a checkout");

    /// <summary>The folder that helm is kept in; all checkouts share one, so that it is fetched once at most.</summary>
    public string Tools => Path(".nuke/temp/tools");

    public string Log => Read(".nuke/temp/build.log");

    /// <summary>A copy of its own, compiled: nothing but an edit makes it compile again.</summary>
    public static async Task<Checkout> OpenAsync()
    {
        var compiled = await CompiledBuild.Checkout;
        var checkout = Empty();
        Sources.Copy(compiled.Root, checkout.Root);
        Directory.CreateDirectory(checkout.Path(".nuke/temp"));
        Sources.CopyCompiledBuild(compiled.Root, checkout.Root);
        Directory.CreateSymbolicLink(checkout.Tools, compiled.Tools);
        return checkout;
    }

    /// <summary>A folder for a copy, with nothing in it.</summary>
    public static Checkout Empty()
    {
        var checkout = new Checkout(Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-"));
        Directory.CreateDirectory(checkout.Root);
        return checkout;
    }

    /// <summary>Removes what test runs have left that are over: a test host is killed before it can remove everything itself.</summary>
    public static void RemoveAbandoned()
    {
        foreach (var folder in new DirectoryInfo(System.IO.Path.GetTempPath()).EnumerateDirectories(Prefix + "*-*"))
        {
            if (int.TryParse(folder.Name[Prefix.Length..].Split('-')[0], out var process) && !Directory.Exists($"/proc/{process}") && Directory.Exists("/proc/self"))
                new Checkout(folder).Dispose();
        }
    }

    public string Path(string relative) => System.IO.Path.Combine(Root, relative);

    public string Read(string relative) => File.ReadAllText(Path(relative));

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(relative))!);
        File.WriteAllText(Path(relative), text);
    }

    /// <summary>Adds an environment that rehearses what the YAML says beside what <c>onprem-rehearsal</c> says.</summary>
    /// <returns>Its name.</returns>
    public string Rehearsal(string name, string yaml = "")
    {
        Write($"environments/{name}.yaml", $"extends: onprem-rehearsal.yaml\nname: {name}\n{yaml}");
        return name;
    }

    /// <summary>Runs <c>./build.sh</c> to its end.</summary>
    public Task<BuildRun> RunAsync(params string[] arguments) => Start(arguments).Completion;

    public Task<BuildRun> RunAsync(string[] arguments, IReadOnlyDictionary<string, string?> variables) => Start(arguments, variables).Completion;

    /// <summary>Starts <c>./build.sh</c>.</summary>
    public BuildProcess Start(string[] arguments, IReadOnlyDictionary<string, string?>? variables = null) =>
        BuildProcess.Start("bash", [Path("build.sh"), .. arguments], Root, variables);

    /// <summary>The texts of all files that a run has left below <c>.nuke/temp</c>'s folder of this name.</summary>
    public IEnumerable<(string Path, string Text)> Left(string relative) =>
        Directory.Exists(Path(relative))
            ? Directory.EnumerateFiles(Path(relative), "*", SearchOption.AllDirectories).Select(file => (file, File.ReadAllText(file)))
            : [];

    public void Dispose()
    {
        try
        {
            _parent.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A process that a failed test left behind may still write there, or it is another user's.
        }
    }
}
