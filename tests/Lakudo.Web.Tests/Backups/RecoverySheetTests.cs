using System.Security.Cryptography;
using Lakudo.Web.Backups;

namespace Lakudo.Web.Tests.Backups;

public sealed class RecoverySheetTests
{
    [Fact]
    public void A_sheet_reads_back_as_typed_in_small_letters_with_hyphens_and_look_alikes()
    {
        for (var i = 0; i < 500; i++)
        {
            var key = RandomNumberGenerator.GetBytes(32);
            var sheet = RecoverySheet.Write(key);
            Assert.Equal(13, sheet.Length);
            var typed = string.Join("-", sheet).ToLowerInvariant().Replace('0', 'o').Replace('1', 'l');
            Assert.Equal(key, RecoverySheet.Read(typed).Value);
        }
    }

    [Fact]
    public void Every_wrong_sign_is_found_and_its_group_named()
    {
        var sheet = RecoverySheet.Write(RandomNumberGenerator.GetBytes(32));
        var text = string.Concat(sheet);
        for (var at = 0; at < text.Length; at++)
        {
            foreach (var sign in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".Where(c => c != text[at]))
            {
                var refusal = RecoverySheet.Read(text[..at] + sign + text[(at + 1)..]).Refusal;
                Assert.Equal("B-004", refusal?.Code);
                Assert.Contains($"ke-{(at / 5) + 1} ", refusal!.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Exchanged_signs_and_exchanged_groups_are_found()
    {
        var sheet = RecoverySheet.Write(RandomNumberGenerator.GetBytes(32));
        for (var g = 0; g < 13; g++)
        {
            for (var i = 0; i < 4; i++)
            {
                var signs = sheet[g].ToCharArray();
                if (signs[i] == signs[i + 1]) continue;
                (signs[i], signs[i + 1]) = (signs[i + 1], signs[i]);
                string[] changed = [.. sheet[..g], new string(signs), .. sheet[(g + 1)..]];
                Assert.Equal("B-004", RecoverySheet.Read(string.Concat(changed)).Refusal?.Code);
            }

            var other = (g + 1) % 13;
            var exchanged = (string[])sheet.Clone();
            (exchanged[g], exchanged[other]) = (exchanged[other], exchanged[g]);
            Assert.Equal("B-004", RecoverySheet.Read(string.Concat(exchanged)).Refusal?.Code);
        }
    }

    [Fact]
    public void A_sheet_that_stops_early_says_how_much_was_typed()
    {
        var sheet = string.Concat(RecoverySheet.Write(RandomNumberGenerator.GetBytes(32)));
        Assert.Equal("B-003", RecoverySheet.Read(sheet[..60]).Refusal?.Code);
        Assert.Contains("60", RecoverySheet.Read(sheet[..60]).Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal("B-003", RecoverySheet.Read("").Refusal?.Code);
    }

    [Fact]
    public void The_key_of_a_sheet_is_the_key_that_was_made()
    {
        var (key, sheet) = RecoveryKey.Make();
        using var pair = key;
        using var typed = RecoveryKey.FromSheet(string.Join('\n', sheet)).Value;
        Assert.Equal(key.PublicPem, typed.PublicPem);
        using var publicHalf = RecoveryKey.FromPublic(key.PublicPem);
        var (content, oneTime) = publicHalf.NewContentKey();
        Assert.Equal(content, typed.ContentKey(oneTime));
    }
}
