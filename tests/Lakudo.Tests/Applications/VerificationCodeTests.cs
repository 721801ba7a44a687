using CsCheck;
using Lakudo.Applications;
using Lakudo.Applications.Documents;

namespace Lakudo.Tests.Applications;

public sealed class VerificationCodeTests
{
    [Fact]
    public void A_code_is_read_in_any_case_with_or_without_dashes_and_spaces()
    {
        var code = VerificationCode.New();
        Assert.Equal(code, VerificationCode.Read(code.Value.ToLowerInvariant()).Value);
        Assert.Equal(code, VerificationCode.Read($" {code} ").Value);
        Assert.Equal(14, code.ToString().Length);
    }

    [Fact]
    public void One_wrong_character_or_two_exchanged_are_found()
    {
        const string alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
        Gen.Select(Gen.Int[0, 11], Gen.Int[0, 30]).Sample(pair =>
        {
            var value = VerificationCode.New().Value;
            var wrong = value.ToCharArray();
            wrong[pair.Item1] = alphabet[pair.Item2];
            Assert.Equal(new string(wrong) != value, VerificationCode.Read(new string(wrong)).IsRefused);
            var exchanged = value.ToCharArray();
            var next = (pair.Item1 + 1) % 11;
            (exchanged[pair.Item1 % 11], exchanged[next]) = (exchanged[next], exchanged[pair.Item1 % 11]);
            Assert.Equal(new string(exchanged) != value, VerificationCode.Read(new string(exchanged)).IsRefused);
        });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("K7QM")]
    [InlineData("0000-0000-0000")]
    [InlineData("<script>alert(1)</script>")]
    public void What_is_not_a_code_is_refused_with_advice(string? typed) =>
        Assert.Equal(ApplicationsRefusals.CodeMalformed, VerificationCode.Read(typed).Refusal);
}
