using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    public static AbsolutePath Rename(this AbsolutePath source, string newName, ExistsPolicy policy = ExistsPolicy.Fail) =>
        source.Move(source.Parent / newName, policy);

    public static AbsolutePath Rename(this AbsolutePath source, Func<AbsolutePath, string> newName, ExistsPolicy policy = ExistsPolicy.Fail) =>
        source.Rename(newName.Invoke(source), policy);

    public static AbsolutePath RenameWithoutExtension(this AbsolutePath source, string newName, ExistsPolicy policy = ExistsPolicy.Fail) =>
        source.Move(source.Parent / newName + source.Extension, policy);

    public static AbsolutePath RenameWithoutExtension(
        this AbsolutePath source,
        Func<AbsolutePath, string> newName,
        ExistsPolicy policy = ExistsPolicy.Fail) => source.RenameWithoutExtension(newName.Invoke(source), policy);

    public static AbsolutePath MoveToDirectory(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        bool createDirectories = true) => source.Move(target / source.Name, policy, createDirectories);

    public static AbsolutePath CopyToDirectory(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        Func<AbsolutePath, bool> excludeDirectory = null,
        Func<AbsolutePath, bool> excludeFile = null,
        bool createDirectories = true) =>
        source.Copy(target / source.Name, policy, excludeDirectory, excludeFile, createDirectories);

    public static AbsolutePath Move(
        this AbsolutePath source,
        Func<AbsolutePath, AbsolutePath> newPath,
        ExistsPolicy policy = ExistsPolicy.Fail,
        bool createDirectories = true) => source.Move(newPath.Invoke(source), policy, createDirectories);

    public static AbsolutePath Move(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        bool createDirectories = true,
        bool deleteRemainingFiles = false)
    {
        Assert.True(source.DirectoryExists() || source.FileExists());

        if (source.FileExists())
        {
            return TransferFile(source, target, policy, createDirectories, () =>
            {
                target.DeleteFile();
                File.Move(source, target);
            });
        }

        return TransferDirectory(source, target, policy, createDirectories, () =>
        {
            source.GetDirectories().ToList().ForEach(x => x.Move(target / x.Name, policy));
            source.GetFiles().ToList().ForEach(x => x.Move(target / x.Name, policy));
            if (deleteRemainingFiles || !Directory.EnumerateFileSystemEntries(source).Any())
                source.DeleteDirectory();
        });
    }

    public static AbsolutePath Copy(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        Func<AbsolutePath, bool> excludeDirectory = null,
        Func<AbsolutePath, bool> excludeFile = null,
        bool createDirectories = true)
    {
        Assert.True(source.DirectoryExists() || source.FileExists());
        Assert.True(source.DirectoryExists() || (excludeDirectory is null && excludeFile is null));

        if (source.FileExists())
            return TransferFile(source, target, policy, createDirectories, () => File.Copy(source, target, overwrite: true));

        return TransferDirectory(source, target, policy, createDirectories, () =>
        {
            source.GetDirectories().WhereNot(excludeDirectory)
                .ForEach(x => x.Copy(target / x.Name, policy, excludeDirectory, excludeFile));
            source.GetFiles().WhereNot(excludeFile).ForEach(x => x.Copy(target / x.Name, policy));
        });
    }

    private static AbsolutePath TransferFile(AbsolutePath source, AbsolutePath target, ExistsPolicy policy, bool createDirectories, Action transfer)
    {
        if (target.FileExists() && !MayReplace(source, target, policy))
            return source;

        if (createDirectories)
            target.Parent.CreateDirectory();
        transfer.Invoke();
        return target;
    }

    private static AbsolutePath TransferDirectory(AbsolutePath source, AbsolutePath target, ExistsPolicy policy, bool createDirectories, Action transfer)
    {
        Assert.False(source.Contains(target), $"Target directory '{target}' must not be in source directory '{source}'");
        Assert.True(
            !target.DirectoryExists() || (policy.HasFlag(ExistsPolicy.DirectoryMerge) && !policy.HasFlag(ExistsPolicy.DirectoryFail)),
            "Policy disallows merging directories");

        if (createDirectories)
            target.CreateDirectory();
        transfer.Invoke();
        return target;
    }

    private static bool MayReplace(AbsolutePath source, AbsolutePath target, ExistsPolicy policy) =>
        (policy & ~(ExistsPolicy.DirectoryFail | ExistsPolicy.DirectoryMerge)) switch
        {
            ExistsPolicy.FileFail => throw new Exception($"File '{target}' already exists"),
            ExistsPolicy.FileSkip => false,
            ExistsPolicy.FileOverwrite => true,
            ExistsPolicy.FileOverwriteIfNewer => File.GetLastWriteTimeUtc(target) < File.GetLastWriteTimeUtc(source),
            _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "Multiple file policies set")
        };
}
