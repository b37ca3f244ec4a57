using System.Diagnostics;
using System.Runtime.Versioning;
using System.Security;
using CliWrap.Processes;

namespace CliWrap;

public partial class Command
{
    private ProcessStartInfo CreateStartInfo()
    {
        var startInfo = new ProcessStartInfo
        {
            FileName = ExecutablePath.Resolve(TargetFilePath),
            Arguments = Arguments,
            WorkingDirectory = WorkingDirPath,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };

        try
        {
#pragma warning disable CA1416 // The setters throw where they are not supported, and that is reported.
            ApplyCredentials(startInfo);
#pragma warning restore CA1416
        }
        catch (NotSupportedException e)
        {
            throw new NotSupportedException(
                "Cannot start a process using the provided credentials. "
                + "Setting custom domain, username, password, and/or loading the user profile is not supported on this platform.",
                e);
        }

        foreach (var (name, value) in EnvironmentVariables)
        {
            if (value is null)
                startInfo.Environment.Remove(name);
            else
                startInfo.Environment[name] = value;
        }

        return startInfo;
    }

    [SupportedOSPlatform("windows")]
    private void ApplyCredentials(ProcessStartInfo startInfo)
    {
        if (Credentials.Domain is not null)
            startInfo.Domain = Credentials.Domain;

        if (Credentials.UserName is not null)
            startInfo.UserName = Credentials.UserName;

        if (Credentials.Password is not null)
        {
            startInfo.Password = new SecureString();
            foreach (var c in Credentials.Password)
                startInfo.Password.AppendChar(c);
        }

        if (Credentials.LoadUserProfile)
            startInfo.LoadUserProfile = true;
    }

    private void ApplyResourcePolicy(Process process)
    {
        try
        {
#pragma warning disable CA1416 // The setters throw where they are not supported, and that is reported.
            if (ResourcePolicy.Priority is { } priority)
                process.PriorityClass = priority;

            if (ResourcePolicy.Affinity is { } affinity)
                process.ProcessorAffinity = affinity;

            if (ResourcePolicy.MinWorkingSet is { } minWorkingSet)
                process.MinWorkingSet = minWorkingSet;

            if (ResourcePolicy.MaxWorkingSet is { } maxWorkingSet)
                process.MaxWorkingSet = maxWorkingSet;
#pragma warning restore CA1416
        }
        catch (NotSupportedException e)
        {
            throw new NotSupportedException(
                "Cannot start a process with the provided resource policy. "
                + "Setting custom priority, affinity, and/or working set limits is not supported on this platform.",
                e);
        }
        catch (InvalidOperationException)
        {
            // The process was quicker than the policy.
        }
    }
}
