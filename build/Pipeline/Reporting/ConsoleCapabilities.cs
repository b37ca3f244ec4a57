namespace JupyterHub.Pipeline.Reporting;

/// <summary>What the standard output can show.</summary>
/// <param name="Color">Whether escape sequences for colours may be written.</param>
/// <param name="Live">Whether lines may be redrawn in place.</param>
public sealed record ConsoleCapabilities(bool Color, bool Live)
{
    private static readonly string[] BuildServers =
        ["CI", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "TEAMCITY_VERSION", "JENKINS_URL", "APPVEYOR", "BITBUCKET_BUILD_NUMBER", "TRAVIS"];

    // These render the colours of a job's log although it is no terminal.
    private static readonly string[] ColorfulBuildServers = ["GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD"];

    /// <summary>
    /// Decides from the environment. <c>NO_COLOR</c> (https://no-color.org) beats everything, then <c>FORCE_COLOR</c>; a terminal has colours
    /// unless <c>TERM</c> is <c>dumb</c>, a file or pipe has none.
    /// </summary>
    public static ConsoleCapabilities Detect(Func<string, string?> variable, bool redirected)
    {
        bool IsSet(string name) => variable(name) is { Length: > 0 } value && value is not ("0" or "false" or "False" or "FALSE");
        var buildServer = BuildServers.Any(IsSet);
        var terminal = !redirected && (variable("TERM") is { Length: > 0 } term ? term != "dumb" : IsSet("WT_SESSION"));
        var color = variable("NO_COLOR") is not { Length: > 0 }
                    && (IsSet("FORCE_COLOR") || terminal || ColorfulBuildServers.Any(IsSet));
        return new ConsoleCapabilities(color, terminal && !buildServer);
    }
}
