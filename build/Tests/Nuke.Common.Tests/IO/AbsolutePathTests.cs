using Nuke.Common.IO;

namespace Nuke.Common.Tests.IO;

public sealed class AbsolutePathTests : IDisposable
{
    private static readonly AbsolutePath s_path = "/a/b/file.tar.gz";

    private readonly AbsolutePath _root = ((AbsolutePath)Path.GetTempPath() / $"nuke-path-{Guid.NewGuid():N}").CreateDirectory();

    public void Dispose() => _root.DeleteDirectory();

    [Fact]
    public void Paths_are_put_together_and_normalized()
    {
        (s_path / ".." / "other").ToString().ShouldBe("/a/b/other");
        (s_path / ..).ToString().ShouldBe("/a/b");
        (s_path + ".sha256").ToString().ShouldBe("/a/b/file.tar.gz.sha256");
        ((AbsolutePath)"/a//./b/../c/").ToString().ShouldBe("/a/c");
        ((AbsolutePath)"/a").Parent!.ToString().ShouldBe("/");
        ((AbsolutePath)"/").Parent.ShouldBeNull();
        ((AbsolutePath)"C:\\a\\..\\b").ToString().ShouldBe("C:\\b");
    }

    [Fact]
    public void The_parts_of_a_name_are_known()
    {
        s_path.Name.ShouldBe("file.tar.gz");
        s_path.NameWithoutExtension.ShouldBe("file.tar");
        s_path.Extension.ShouldBe(".gz");
        s_path.HasExtension(".zip", ".tar.gz").ShouldBeTrue();
        s_path.WithExtension("zip").Name.ShouldBe("file.tar.zip");
    }

    [Fact]
    public void A_relative_path_is_no_absolute_path_and_the_root_has_nothing_above()
    {
        Should.Throw<ArgumentException>(() => (AbsolutePath)"a/b").Message.ShouldContain("must be rooted");
        Should.Throw<ArgumentException>(() => (AbsolutePath)"/a/../..").Message.ShouldContain("beyond path root");
        Should.Throw<ArgumentException>(() => s_path / "/rooted");
    }

    [Fact]
    public void Unix_paths_compare_exactly_and_paths_with_a_drive_without_case()
    {
        ((AbsolutePath)"/a" == (AbsolutePath)"/a/").ShouldBeTrue();
        ((AbsolutePath)"/a" == (AbsolutePath)"/A").ShouldBeFalse();
        ((AbsolutePath)"c:\\a" == (AbsolutePath)"C:\\A").ShouldBeTrue();
    }

    [Fact]
    public void Relative_paths_lead_from_one_to_the_other()
    {
        ((AbsolutePath)"/a/b").GetRelativePathTo("/a/c/d").ToString().ShouldBe("../c/d");
        ((string)((AbsolutePath)"/a").GetWinRelativePathTo("/a/b/c")).ShouldBe("b\\c");
        ((AbsolutePath)"/a").Contains("/a/b").ShouldBeTrue();
        ((AbsolutePath)"/a").Contains("/ab").ShouldBeFalse();
    }

    [Fact]
    public void Text_is_written_with_one_final_line_break_into_directories_that_are_created()
    {
        var file = _root / "new" / "file.txt";

        file.WriteAllText("a\n\n").ReadAllText().ShouldBe("a\n");
        file.WriteAllText("a", eofLineBreak: false).ReadAllText().ShouldBe("a");
        file.WriteAllLines(["a", "b"]).AppendAllLines(["c"]).ReadAllLines().ShouldBe(["a", "b", "c"]);
        file.UpdateText(x => x.ToUpperInvariant()).ReadAllText().ShouldBe("A\nB\nC\n");
        file.ReadAllBytes()[0].ShouldBe((byte)'A');
    }

    [Fact]
    public void What_exists_follows_from_the_name_of_the_argument()
    {
        var textFile = (_root / "a").TouchFile();
        var targetDirectory = _root / "b";

        textFile.Exists().ShouldBeTrue();
        targetDirectory.Exists().ShouldBeFalse();
        targetDirectory.Existing().ShouldBeNull();
        Should.Throw<ArgumentException>(() => _root.Exists("something"));
    }

    [Fact]
    public void Directories_are_copied_and_moved_as_the_policy_says()
    {
        (_root / "source" / "inner" / "file").WriteAllText("new");
        (_root / "target" / "inner" / "file").WriteAllText("old");

        Should.Throw<ArgumentException>(() => (_root / "source").Copy(_root / "target"));
        (_root / "source").Copy(_root / "target", ExistsPolicy.MergeAndSkip);
        (_root / "target" / "inner" / "file").ReadAllText().ShouldBe("old\n");
        (_root / "source").Copy(_root / "target", ExistsPolicy.MergeAndOverwrite);
        (_root / "target" / "inner" / "file").ReadAllText().ShouldBe("new\n");
        (_root / "source").Move(_root / "moved");
        (_root / "source").DirectoryExists().ShouldBeFalse();
        (_root / "moved" / "inner").ContainsFile("f*").ShouldBeTrue();
        (_root / "moved").RenameWithoutExtension("renamed").GetFiles(depth: 2).Single().Name.ShouldBe("file");
    }

    [Fact]
    public void Hashes_are_those_of_the_content()
    {
        var file = (_root / "a").WriteAllText("x", eofLineBreak: false);

        file.GetFileHash().ShouldBe("9dd4e461268c8034f5c8564e155c67a6");
        _root.GetDirectoryHash().ShouldBe(_root.GetDirectoryHash());
        var before = _root.GetDirectoryHash();
        file.Rename("b");
        _root.GetDirectoryHash().ShouldNotBe(before);
    }

    [Theory]
    [InlineData("*.cs", "a.cs")]
    [InlineData("**/*.cs", "a.cs src/b.cs src/deep/c.cs")]
    [InlineData("src/**/c.*", "src/deep/c.cs")]
    [InlineData("{src,other}/*.{cs,txt}", "other/d.txt src/b.cs")]
    [InlineData("src/[!a].cs", "src/b.cs")]
    [InlineData("*/?.txt", "other/d.txt")]
    [InlineData("*.CS", "")]
    public void Globs_find_files(string pattern, string expected)
    {
        foreach (var file in new[] { "a.cs", "src/b.cs", "src/deep/c.cs", "other/d.txt" })
            (_root / file).TouchFile();

        _root.GlobFiles(pattern).Select(x => (string)_root.GetUnixRelativePathTo(x)).Order()
            .ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Globs_find_directories()
    {
        (_root / "src" / "deep").CreateDirectory();

        _root.GlobDirectories("**/d*").Single().Name.ShouldBe("deep");
    }
}
