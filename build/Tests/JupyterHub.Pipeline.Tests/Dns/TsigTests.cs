using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Tests.Dns;

public sealed class TsigTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
    private static readonly TsigKey Key = TsigKey.Parse("key.example", "hmac-sha256", "MDEyMzQ1Njc4OWFiY2RlZg==");
    private static readonly DnsMessage Query = new() { Id = 9, Questions = [new DnsQuestion(DnsName.Parse("example.org"), RecordType.SOA)] };
    private static readonly DnsMessage Answer = Query.Respond(ResponseCode.NoError);

    // RFC 4231, test cases 1, 2 and 6; RFC 2202 for SHA-1 (cases 1, 2 and 6).
    [Theory]
    [InlineData("hmac-sha1", 1, "b617318655057264e28bc0b6fb378c8ef146be00")]
    [InlineData("hmac-sha1", 2, "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")]
    [InlineData("hmac-sha224", 1, "896fb1128abbdf196832107cd49df33f47b4b1169912ba4f53684b22")]
    [InlineData("hmac-sha224", 2, "a30e01098bc6dbbf45690f3a7e9e6d0f8bbea2a39e6148008fd05e44")]
    [InlineData("hmac-sha224", 6, "95e9a0db962095adaebe9b2d6f0dbce2d499f112f2d2b7273fa6870e")]
    [InlineData("hmac-sha256", 1, "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [InlineData("hmac-sha256", 6, "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")]
    public void The_algorithms_give_the_signatures_of_their_RFC(string algorithm, int testCase, string mac)
    {
        var (key, data) = testCase switch
        {
            1 => (Enumerable.Repeat((byte)0x0b, 20).ToArray(), "Hi There"u8.ToArray()),
            2 => ("Jefe"u8.ToArray(), "what do ya want for nothing?"u8.ToArray()),
            _ => (Enumerable.Repeat((byte)0xaa, 131).ToArray(), "Test Using Larger Than Block-Size Key - Hash Key First"u8.ToArray()),
        };
        TsigKey.Parse("key", algorithm, Convert.ToBase64String(key)).Sign(data).ShouldBe(Convert.FromHexString(mac));
    }

    [Theory]
    [InlineData("hmac-sha1", 20)]
    [InlineData("hmac-sha224", 28)]
    [InlineData("hmac-sha256", 32)]
    [InlineData("HMAC-SHA384.", 48)]
    [InlineData("hmac-sha512", 64)]
    public void A_signed_request_and_its_signed_answers_verify(string algorithm, int size)
    {
        var key = TsigKey.Parse("Key.Example", algorithm, "MDEyMzQ1Njc4OWFiY2RlZg==");
        var client = TsigExchange.SignRequest(Query.ToWire(), key, Now, out var request);
        DnsMessage.Read(request).Tsig.ShouldNotBeNull().Mac.Length.ShouldBe(size);

        Verify(request, key, Now, out var server).ShouldBe(TsigError.None);
        for (var i = 0; i < 3; i++)
            Check(client, server!.SignResponse(Answer.ToWire(), Now), Now).ShouldBe(TsigError.None);
    }

    [Fact]
    public void A_changed_request_does_not_verify()
    {
        TsigExchange.SignRequest(Query.ToWire(), Key, Now, out var request);
        request[13] ^= 0x01;
        Verify(request, Key, Now, out var server).ShouldBe(TsigError.BadSignature);
        server.ShouldBeNull();
    }

    [Fact]
    public void A_forwarders_change_of_the_id_does_not_matter()
    {
        TsigExchange.SignRequest(Query.ToWire(), Key, Now, out var request);
        request[0] ^= 0xFF;
        Verify(request, Key, Now, out _).ShouldBe(TsigError.None);
    }

    [Fact]
    public void Another_secret_is_a_bad_signature_and_another_name_or_algorithm_a_bad_key()
    {
        TsigExchange.SignRequest(Query.ToWire(), Key, Now, out var request);
        Verify(request, TsigKey.Parse("key.example", "hmac-sha256", "b3RoZXI="), Now, out _).ShouldBe(TsigError.BadSignature);
        Verify(request, TsigKey.Parse("other.example", "hmac-sha256", "MDEyMzQ1Njc4OWFiY2RlZg=="), Now, out _).ShouldBe(TsigError.BadKey);
        Verify(request, TsigKey.Parse("key.example", "hmac-sha512", "MDEyMzQ1Njc4OWFiY2RlZg=="), Now, out _).ShouldBe(TsigError.BadKey);
    }

    [Theory]
    [InlineData(300, TsigError.None)]
    [InlineData(-300, TsigError.None)]
    [InlineData(301, TsigError.BadTime)]
    [InlineData(-301, TsigError.BadTime)]
    public void Clocks_may_differ_by_300_seconds(int seconds, TsigError expected)
    {
        TsigExchange.SignRequest(Query.ToWire(), Key, Now, out var request);
        Verify(request, Key, Now.AddSeconds(seconds), out var server).ShouldBe(expected);
        server.ShouldNotBeNull("the answer to a late request is signed");
    }

    [Fact]
    public void An_answer_about_the_time_is_signed_and_tells_the_servers_clock()
    {
        var client = TsigExchange.SignRequest(Query.ToWire(), Key, Now, out var request);
        var late = Now.AddHours(1);
        Verify(request, Key, late, out var server).ShouldBe(TsigError.BadTime);

        var answer = server!.SignResponse(Query.Respond(ResponseCode.NotAuth).ToWire(), late, TsigError.BadTime);

        Check(client, answer, Now).ShouldBe(TsigError.None);
        DnsMessage.Read(answer).Tsig!.ServerTime.ShouldBe((ulong)late.ToUnixTimeSeconds());
    }

    [Fact]
    public void An_answer_to_another_request_does_not_verify()
    {
        TsigExchange.SignRequest(Query.ToWire(), Key, Now, out var request);
        var other = TsigExchange.SignRequest((Query with { Id = 10 }).ToWire(), Key, Now, out _);
        Verify(request, Key, Now, out var server).ShouldBe(TsigError.None);
        Check(other, server!.SignResponse(Answer.ToWire(), Now), Now).ShouldBe(TsigError.BadSignature);
    }

    [Fact]
    public void Messages_without_signature_between_signed_ones_are_covered_by_the_next_signature()
    {
        var client = TsigExchange.SignRequest(Query.ToWire(), Key, Now, out var request);
        var plain = Answer.ToWire();
        client.TryTakeUnsigned(plain).ShouldBeFalse("the first message must be signed");

        Verify(request, Key, Now, out var server);
        Check(client, server!.SignResponse(plain, Now), Now).ShouldBe(TsigError.None);
        client.TryTakeUnsigned(plain).ShouldBeTrue();
        client.IsSettled.ShouldBeFalse();
        server.TryTakeUnsigned(plain).ShouldBeTrue();

        Check(client, server.SignResponse(plain, Now), Now).ShouldBe(TsigError.None);
        client.IsSettled.ShouldBeTrue();
    }

    [Fact]
    public void A_changed_message_without_signature_is_found_by_the_next_signature()
    {
        var client = TsigExchange.SignRequest(Query.ToWire(), Key, Now, out var request);
        Verify(request, Key, Now, out var server);
        Check(client, server!.SignResponse(Answer.ToWire(), Now), Now);
        server.TryTakeUnsigned(Answer.ToWire());
        client.TryTakeUnsigned((Answer with { Authoritative = true }).ToWire());

        Check(client, server.SignResponse(Answer.ToWire(), Now), Now).ShouldBe(TsigError.BadSignature);
    }

    [Fact]
    public void At_most_99_messages_may_go_without_signature()
    {
        var client = TsigExchange.SignRequest(Query.ToWire(), Key, Now, out var request);
        Verify(request, Key, Now, out var server);
        Check(client, server!.SignResponse(Answer.ToWire(), Now), Now);
        for (var i = 0; i < 99; i++)
            client.TryTakeUnsigned(Answer.ToWire()).ShouldBeTrue();
        client.TryTakeUnsigned(Answer.ToWire()).ShouldBeFalse();
    }

    [Fact]
    public void A_signature_cut_short_is_refused()
    {
        TsigExchange.SignRequest(Query.ToWire(), Key, Now, out var request);
        var tsig = DnsMessage.Read(request).Tsig!;
        var cut = (tsig with { Mac = tsig.Mac[..16] }).AppendTo(Query.ToWire());
        Verify(cut, Key, Now, out _).ShouldBe(TsigError.BadTruncation);
        var tooShort = (tsig with { Mac = tsig.Mac[..15] }).AppendTo(Query.ToWire());
        Should.Throw<DnsFormatException>(() => Verify(tooShort, Key, Now, out _));
    }

    [Fact]
    public void A_keys_problems_are_told_together_and_without_the_secret()
    {
        var error = Should.Throw<ProblemException>(() => TsigKey.Parse("a..b", "hmac-md5", "not/base64!"));
        error.Problems.Select(problem => problem.Code).ShouldBe(
            [DnsProblems.NameInvalid, DnsProblems.TsigAlgorithmUnknown, DnsProblems.TsigSecretInvalid]);
        error.Problems[1].NextStep.ShouldNotBeNull().ShouldContain("hmac-sha1, hmac-sha224, hmac-sha256, hmac-sha384, hmac-sha512");
        error.ToString().ShouldNotContain("not/base64!");
    }

    [Fact]
    public void A_key_does_not_print_its_secret()
    {
        Key.ToString().ShouldBe("key.example (hmac-sha256)");
        typeof(TsigKey).GetProperties().Select(property => property.Name).ShouldBe(["Name", "Algorithm"]);
    }

    [Fact]
    public void A_secret_may_end_with_a_newline_as_files_do()
        => TsigKey.Parse("key.example", "hmac-sha256", " MDEyMzQ1Njc4OWFiY2RlZg==\n").Sign([1]).ShouldBe(Key.Sign([1]));

    private static TsigError Verify(byte[] octets, TsigKey key, DateTimeOffset now, out TsigExchange? exchange)
        => TsigExchange.VerifyRequest(octets, DnsMessage.Read(octets), name => name.Equals(key.Name) ? key : null, now, out exchange);

    private static TsigError Check(TsigExchange client, byte[] octets, DateTimeOffset now)
        => client.VerifyResponse(octets, DnsMessage.Read(octets), now);
}
