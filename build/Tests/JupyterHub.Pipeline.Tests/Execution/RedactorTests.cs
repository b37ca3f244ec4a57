using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Tests.Execution;

public sealed class RedactorTests
{
    private const string Secret = "p&ss w\"ö/rd+1";
    private readonly Redactor _redactor = new();

    public RedactorTests() => _redactor.Register(Secret);

    public static TheoryData<string> Spellings => new(
        Secret,
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
        Uri.EscapeDataString(Secret),
        System.Net.WebUtility.UrlEncode(Secret),
        JsonSerializer.Serialize(Secret).Trim('"'),
        JsonSerializer.Serialize(Secret, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })[1..^1]);

    [Theory, MemberData(nameof(Spellings))]
    public void A_secret_is_taken_out_in_every_usual_spelling(string spelling)
    {
        var redacted = _redactor.Redact($"before {spelling} after");
        redacted.ShouldContain(Redactor.Mask);
        redacted.ShouldNotContain(spelling[2..^3]);
    }

    [Theory]
    [InlineData("u")]
    [InlineData("us")]
    [InlineData("user")]
    [InlineData("admin")]
    public void A_secret_behind_a_user_name_is_taken_out_of_a_basic_authorization(string user)
    {
        var header = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{Secret}"))).ToString();
        var left = _redactor.Redact(header).Replace(Redactor.Mask, "", StringComparison.Ordinal);
        left.Length.ShouldBeLessThan(header.Length - 10, left);
    }

    [Fact]
    public void Every_line_of_a_private_key_is_a_secret_but_its_frame_is_not()
    {
        var key = System.Security.Cryptography.ECDsa.Create().ExportECPrivateKeyPem();
        _redactor.Register(key + "\n");
        foreach (var line in key.Split('\n'))
            _redactor.Redact("> " + line).ShouldBe(line.StartsWith('-') || line.Length < 16 ? "> " + line : "> " + Redactor.Mask);
    }

    [Fact]
    public void A_short_secret_does_not_blot_out_the_log()
    {
        _redactor.Register("no");
        _redactor.Redact("nothing to note").ShouldBe("nothing to note");
        _redactor.Redact("no").ShouldBe(Redactor.Mask);
    }

    [Fact]
    public void A_secret_that_contains_another_is_replaced_as_a_whole()
    {
        _redactor.Register("abcdef");
        _redactor.Register("abcdefgh");
        _redactor.Redact("x abcdefgh y").ShouldBe($"x {Redactor.Mask} y");
    }

    [Fact]
    public void Text_without_a_secret_is_left_alone()
    {
        var text = "nothing secret";
        _redactor.Redact(text).ShouldBeSameAs(text);
        new Redactor().Redact(text).ShouldBeSameAs(text);
    }

    [Fact]
    public void An_exception_does_not_tell_the_secret_of_an_inner_one()
    {
        var original = Catch(() =>
        {
            try
            {
                throw new InvalidOperationException($"token {Secret} refused");
            }
            catch (InvalidOperationException exception)
            {
                throw new AggregateException("outer", exception);
            }
        });
        var redacted = _redactor.Redact(original);
        redacted.ToString().ShouldNotContain(Secret);
        redacted.Message.ShouldNotContain(Secret);
        redacted.ToString().ShouldContain(nameof(InvalidOperationException));
        redacted.ToString().ShouldContain(nameof(An_exception_does_not_tell_the_secret_of_an_inner_one));
    }

    [Fact]
    public void A_problem_stays_a_problem()
    {
        var code = new ProblemCode("HUB0000", "", "", "try again");
        var original = new ProblemException(new Problem(code, $"{Secret} is wrong") { Cause = Secret, Location = "a.yaml:1:2", NextStep = $"change {Secret}" });
        var redacted = _redactor.Redact(original).ShouldBeOfType<ProblemException>();
        redacted.ToString().ShouldNotContain(Secret);
        redacted.Problems.ShouldHaveSingleItem().Location.ShouldBe("a.yaml:1:2");
    }

    [Fact]
    public void An_innocent_exception_is_passed_on_as_it_is()
    {
        var exception = new InvalidOperationException("innocent");
        _redactor.Redact(exception).ShouldBeSameAs(exception);
    }

    private static Exception Catch(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception)
        {
            return exception;
        }
        throw new InvalidOperationException("it did not throw");
    }
}
