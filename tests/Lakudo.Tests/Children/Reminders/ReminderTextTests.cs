using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Lakudo.Children.Reminders;
using Lakudo.Kernel;

namespace Lakudo.Tests.Children.Reminders;

/// <summary>What a mother reads, for every day of a year and any name of a posyandu.</summary>
public sealed class ReminderTextTests
{
    /// <summary>The letters of GSM 7-bit that count as one, without those that only Greek needs.</summary>
    private const string Gsm7 = "@£$¥èéùìòÇ\nØø\rÅåÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà_";

    public static TheoryData<string, string> Places => new()
    {
        { "Posyandu Melati", "Metere" },
        { "Posyandu Bunga Matahari Indah Permai", "Wakambangura Dua" },
        { "Posyandu “Ābādī” – Éncep’s", "Desa Ñandú [baru]" },
        { new string('P', 200), new string('D', 200) },
    };

    [Theory, MemberData(nameof(Places))]
    public void Every_message_is_one_SMS_and_names_the_day(string posyandu, string village)
    {
        for (var day = new DateOnly(2026, 1, 1); day.Year == 2026; day = day.AddDays(1))
        {
            foreach (var kind in Enum.GetValues<ReminderKind>())
            {
                var text = ReminderText.Of(posyandu, village, day, kind);
                Assert.InRange(text.Length, 100, ReminderText.Longest);
                Assert.All(text, c => Assert.Contains(c, Gsm7));
                Assert.Contains(day.ToString("dddd d MMMM", Formats.Indonesian), text, StringComparison.Ordinal);
                Assert.Contains("Beri tahu bidan", text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void No_message_blames_frightens_or_tells_of_anybodys_health()
    {
        var phrases = File.ReadLines(Forbidden()).Skip(1).Select(line => line.Split(';')[0]).ToList();
        Assert.True(phrases.Count > 30);
        string[] health = ["berat", "tinggi", "gizi", "stunting", "pendek", "kurus", "timbang", "imunisasi", "vitamin", "sakit", "anak", "balita", "http", "tidak datang", "absen"];
        foreach (var kind in Enum.GetValues<ReminderKind>())
        {
            var text = ReminderText.Of("Posyandu Melati", "Metere", new DateOnly(2026, 5, 5), kind);
            foreach (var phrase in phrases.Concat(health)) Assert.DoesNotMatch($@"(?i)(?<!\p{{L}}){Regex.Escape(phrase)}(?!\p{{L}})", text);
        }
    }

    private static string Forbidden([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../data/field/forbidden-phrases.csv");
}
