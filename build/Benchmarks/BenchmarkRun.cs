namespace JupyterHub.Pipeline.Benchmarks;

/// <summary>One run of all benchmarks, one after another. Budgets are told, not enforced: what misses one is a fact about this machine, too.</summary>
internal static class BenchmarkRun
{
    private const int StartUps = 10;
    private const int Deployments = 3;

    public static async Task<int> RunAsync(string root, bool clean)
    {
        var machine = Machine.Describe(TimeProvider.System);
        Report.Say(machine);
        try
        {
            List<Measure> measures = [.. await StartUpAsync(root), .. await DeployAsync(new Workspace(root))];
            if (clean)
                measures.Add(await CloneAsync(root));
            Report.Write(Path.Combine(root, "artifacts", "benchmarks", "results.json"), machine, measures);
            return 0;
        }
        catch (InvalidOperationException failure)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    // Both kinds take turns, so that what else the machine does weighs on both.
    private static async Task<IReadOnlyList<Measure>> StartUpAsync(string root)
    {
        var build = Path.Combine(root, "build.sh");
        await MeasuredProcess.MeasureAsync(root, build, "--help");
        var helps = new List<Sample>();
        var hellos = new List<Sample>();
        for (var run = 0; run < StartUps; run++)
        {
            helps.Add(await MeasuredProcess.MeasureAsync(root, build, "--help"));
            hellos.Add(await MeasuredProcess.MeasureAsync(root, MeasuredProcess.DotNet, typeof(BenchmarkRun).Assembly.Location, "--hello"));
        }
        var help = new Measure("warm ./build.sh --help", "s", Elapsed(helps), Budget: 0.4);
        var hello = new Measure("bare .NET program", "s", Elapsed(hellos));
        return [help, .. Processor("  its processor time", helps), hello, .. Processor("  its processor time", hellos), Measure.Ratio("  --help / bare program", help, hello)];
    }

    private static async Task<IReadOnlyList<Measure>> DeployAsync(Workspace workspace)
    {
        // Fetches helm and charts, so that the measured runs do not.
        workspace.Forget();
        await workspace.DeployAsync();
        var firsts = new List<Sample>();
        var seconds = new List<Sample>();
        for (var run = 0; run < Deployments; run++)
        {
            workspace.Forget();
            firsts.Add(await workspace.DeployAsync());
            seconds.Add(await workspace.DeployAsync());
        }
        var first = new Measure("first DeployOnPrem, warm", "s", Elapsed(firsts), Budget: 20);
        var second = new Measure("second DeployOnPrem", "s", Elapsed(seconds), Budget: 5);
        var memory = firsts.Concat(seconds).Select(x => x.PeakMemory).OfType<double>().ToList();
        return
        [
            first,
            .. Processor("  its processor time", firsts),
            new Measure("  its writes", "", [.. firsts.Select(x => (double)Workspace.WritesOf(x))]),
            second,
            .. Processor("  its processor time", seconds),
            new Measure("  its writes", "", [.. seconds.Select(x => (double)Workspace.WritesOf(x))], Budget: 0),
            Measure.Ratio("  first / second", first, second),
            .. memory.Count == 0 ? Array.Empty<Measure>() : [new Measure("peak memory, largest process", "MB", [memory.Max()], Budget: 300)],
        ];
    }

    /// <summary>From a clone of what is committed to its first finished deployment; NuGet's own cache is as it is.</summary>
    private static async Task<Measure> CloneAsync(string root)
    {
        var folder = Directory.CreateTempSubdirectory("clean-clone-");
        try
        {
            var clone = Path.Combine(folder.FullName, "clone");
            var cloned = await MeasuredProcess.MeasureAsync(root, "git", "clone", "--quiet", root, clone);
            var deployed = await MeasuredProcess.MeasureAsync(clone, Path.Combine(clone, "build.sh"), "DeployOnPrem", "--no-logo");
            return new Measure("clean clone to a finished deployment", "s", [cloned.Elapsed + deployed.Elapsed], Budget: 180);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IReadOnlyList<double> Elapsed(IEnumerable<Sample> samples) => [.. samples.Select(x => x.Elapsed)];

    private static IEnumerable<Measure> Processor(string name, IEnumerable<Sample> samples)
        => samples.Select(x => x.Processor).OfType<double>().ToList() is { Count: > 0 } times ? [new Measure(name, "s", times)] : [];
}
