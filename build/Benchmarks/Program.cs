using JupyterHub.Pipeline.Benchmarks;

return args switch
{
    // The least that .NET can do, as a yardstick for start-up: no library of ours is touched.
    ["--hello"] => Hello(),
    ["--measure", var result, var directory, var program, .. var arguments] => MeasuredProcess.RunAsync(result, directory, program, arguments).GetAwaiter().GetResult(),
    [var root] => BenchmarkRun.RunAsync(root, clean: false).GetAwaiter().GetResult(),
    [var root, "--clean"] => BenchmarkRun.RunAsync(root, clean: true).GetAwaiter().GetResult(),
    _ => Usage(),
};

static int Hello()
{
    Console.Out.WriteLine("hello");
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("Benchmarks ROOT [--clean]");
    return 2;
}
