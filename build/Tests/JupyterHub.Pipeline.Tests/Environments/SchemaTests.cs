using JupyterHub.Pipeline.Environments;

namespace JupyterHub.Pipeline.Tests.Environments;

public sealed class SchemaTests
{
    private static readonly string Committed = Path.Combine(EnvironmentFolder.Repository, "environments", "environment.schema.json");

    // UPDATE_SCHEMA=1 dotnet test … brings the committed file up to date.
    [Fact]
    public void The_committed_schema_is_what_the_model_says()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1")
            EnvironmentSchema.WriteTo(Committed);

        File.ReadAllText(Committed).ShouldBe(EnvironmentSchema.Generate(), "run UPDATE_SCHEMA=1 dotnet test build/Tests/JupyterHub.Pipeline.Tests");
    }
}
