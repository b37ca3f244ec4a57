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

    [Fact]
    public void The_committed_reference_of_keys_is_what_the_model_says()
        => File.ReadAllText(Path.Combine(EnvironmentFolder.Repository, "docs", "environment-keys.md")).ShouldBe(EnvironmentReference.Generate(), "run ./build.sh GenerateReference");

    [Theory]
    [InlineData("\"description\": \"How long the pipeline waits.\"")]
    [InlineData("\"description\": \"The hub. Required.\"")]
    public void A_section_is_required_only_where_an_empty_one_is_refused(string description)
        => EnvironmentSchema.Generate().ShouldContain(description);
}
