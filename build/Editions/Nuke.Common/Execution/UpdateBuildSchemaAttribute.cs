using Nuke.Common.CI;
using Nuke.Common.IO;
using Nuke.Common.Parameters;

namespace Nuke.Common.Execution;

/// <summary>
/// Keeps <c>build.schema.json</c> up to date, by which editors complete parameters files, and creates the default parameters file. A
/// file that says the same already is left alone, so that timestamps and watchers are.
/// </summary>
internal sealed class UpdateBuildSchemaAttribute : BuildExtensionAttributeBase, IOnBuildCreated
{
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        if (BuildServerConfigurationGeneration.IsActive)
            return;

        if (Build.BuildProjectFile is not null)
        {
            Update(Constants.GetBuildSchemaFile(Build.RootDirectory), SchemaUtility.GetJsonString(Build));

            var parametersFile = Constants.GetParametersFile(Build.RootDirectory);
            if (!parametersFile.FileExists())
                Update(parametersFile, $"{{\n  \"$schema\": \"./{Constants.BuildSchemaFileName}\"\n}}");
        }

        if (ParameterService.GetParameter<bool>(Constants.CompletionParameterName))
            throw new ExitRequestedException(exitCode: 0);
    }

    private static void Update(AbsolutePath file, string content)
    {
        content = content.TrimEnd() + "\n";
        try
        {
            if (!file.FileExists() || File.ReadAllText(file) != content)
                file.WriteAllText(content);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A checkout that cannot be written keeps the schema it has.
        }
    }
}
