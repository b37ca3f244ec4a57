using System.Reflection;
using System.Runtime.CompilerServices;

namespace Editions.Tests;

/// <summary>
/// Compares an edition with what its package has. <c>PublicSurface.approved.txt</c> beside the test is the excerpt of the package's list
/// that the edition declares; with the variable <c>APPROVE_SURFACE=1</c> the test rewrites it, provided the package has every line.
/// </summary>
public static class PublicSurfaceApproval
{
    public const string Variable = "APPROVE_SURFACE";

    /// <summary>The lists leave out NUKE's generated tool wrappers; the few that its edition has follow the generator's input.</summary>
    private const string UnlistedNamespace = "Nuke.Common.Tools.";

    /// <summary>The folder of the packages' complete lists beside the checkout, or null.</summary>
    public static string? ListDirectory { get; } = Ancestors(AppContext.BaseDirectory)
        .Where(x => File.Exists(Path.Combine(x, "JupyterHub.Pipeline.slnx")))
        .Select(x => Path.GetFullPath(Path.Combine(x, "..", "shared", "api")))
        .FirstOrDefault(Directory.Exists);

    /// <summary>The edition declares exactly what its committed excerpt says.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="excerptName">The excerpt's file name without <c>.approved.txt</c>.</param>
    /// <param name="testFile">The test's source file, beside which the excerpt is.</param>
    public static void IsExcerpt(Assembly edition, string excerptName = "PublicSurface", [CallerFilePath] string testFile = "")
    {
        var surface = PublicSurface.Of(edition);
        var file = Path.Combine(Path.GetDirectoryName(testFile)!, $"{excerptName}.approved.txt");
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            if (ListDirectory is not null)
                IsPartOfPackage(edition);
            File.WriteAllLines(file, surface);
        }

        var approved = File.Exists(file) ? File.ReadAllLines(file) : [];
        surface.Except(approved).ShouldBeEmpty($"Not in {Path.GetFileName(file)}; run with {Variable}=1 to approve");
        approved.Except(surface).ShouldBeEmpty($"In {Path.GetFileName(file)}, but no longer declared; run with {Variable}=1 to approve");
    }

    /// <summary>The package has every type and member that the edition declares, with the same signature.</summary>
    public static void IsPartOfPackage(Assembly edition)
    {
        var list = Path.Combine(ListDirectory!, $"{edition.GetName().Name}.txt");
        var package = new PublicSurfaceList(File.ReadLines(list));
        PublicSurface.Of(edition)
            .Where(x => !x.StartsWith(UnlistedNamespace, StringComparison.Ordinal) && !package.Has(x))
            .ShouldBeEmpty($"The package does not have this, says {list}");
    }

    private static IEnumerable<string> Ancestors(string directory)
    {
        for (var current = new DirectoryInfo(directory); current is not null; current = current.Parent)
            yield return current.FullName;
    }
}
