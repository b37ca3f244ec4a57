using Nuke.Common.Utilities;

namespace Nuke.Common.Tests.Utilities;

public sealed class StringExtensionsTests
{
    [Theory]
    [InlineData("HubEnvironment", "hub-environment")]
    [InlineData("Rke2Version", "rke2version")]
    [InlineData("AWSRegion", "awsregion")]
    [InlineData("NuGetApiKey", "nuget-api-key")]
    [InlineData("MyGitHubToken", "my-github-token")]
    [InlineData("SignPathApiToken", "signpath-api-token")]
    [InlineData("name", "name")]
    public void Identifiers_are_split_before_capitals_after_lower_case_letters(string identifier, string expected) =>
        identifier.SplitCamelHumpsWithKnownWords().JoinDash().ToLowerInvariant().ShouldBe(expected);

    [Fact]
    public void Trimming_text_removes_one_occurrence()
    {
        "aab".TrimStart("a").ShouldBe("ab");
        "baa".TrimEnd("a").ShouldBe("ba");
        "a    b".TrimToOne(" ").ShouldBe("a b");
    }

    [Fact]
    public void Enumerations_end_with_a_conjunction()
    {
        new[] { "a" }.JoinCommaOr().ShouldBe("a");
        new[] { "a", "b" }.JoinCommaOr().ShouldBe("a or b");
        new[] { "a", "b", "c" }.JoinCommaAnd().ShouldBe("a, b, and c");
    }

    [Fact]
    public void Encrypted_values_are_read_with_their_password_only()
    {
        var encrypted = EncryptionUtility.Encrypt("secret", "password");

        encrypted.ShouldStartWith("v1:");
        EncryptionUtility.Decrypt(encrypted, "password", "Name").ShouldBe("secret");
        Should.Throw<Exception>(() => EncryptionUtility.Decrypt(encrypted, "other", "Name")).Message.ShouldBe("Could not decrypt 'Name' with provided password");
        Should.Throw<Exception>(() => EncryptionUtility.Decrypt("plain", "other", "Name")).Message.ShouldNotContain("plain");
    }
}
