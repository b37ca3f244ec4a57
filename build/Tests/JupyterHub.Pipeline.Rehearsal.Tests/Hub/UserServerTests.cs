using JupyterHub.Pipeline.Rehearsal.Hub;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Hub;

public sealed class UserServerTests
{
    [Theory]
    [InlineData("ada", "ada")]
    [InlineData("ada-2", "ada-2")]
    public void A_name_that_can_be_an_objects_name_is_kept(string user, string slug) => UserServer.Slug(user).ShouldBe(slug);

    [Fact]
    public void Names_that_differ_only_in_what_objects_cannot_have_stay_apart()
    {
        UserServer.Slug("ada@example.org").ShouldStartWith("ada-example-org---");
        UserServer.Slug("ada@example.org").ShouldNotBe(UserServer.Slug("ada.example.org"));
    }
}
