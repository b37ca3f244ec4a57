using Editions.Tests;

namespace Scriban.Tests;

public sealed class PublicSurfaceTests
{
    [Fact]
    public void The_edition_declares_what_was_approved() => PublicSurfaceApproval.IsExcerpt(typeof(Template).Assembly);

    [PublicSurfaceFact]
    public void The_package_has_every_member_of_the_edition() => PublicSurfaceApproval.IsPartOfPackage(typeof(Template).Assembly);
}
