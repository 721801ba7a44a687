using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Lakudo.Field;

namespace Lakudo.Growth.Tests.Field;

public sealed class MotherWordsTests
{
    private static readonly DateOnly Birth = new(2026, 1, 10);

    public static TheoryData<string> Forbidden() => [.. File.ReadLines(Data()).Skip(1).Select(line => line.Split(';')[0])];

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void No_words_to_a_mother_blame_frighten_or_label(string phrase) =>
        Assert.DoesNotContain(MotherWords.All.Values, text => Regex.IsMatch(text, $@"(?<!\p{{L}}){Regex.Escape(phrase)}(?!\p{{L}})", RegexOptions.IgnoreCase));

    [Fact]
    public void Who_gained_hears_it_first_and_then_what_to_feed()
    {
        var words = Words(A.Seen(2026, 10, 5, 8200), A.Seen(2026, 11, 25, 8700));

        Assert.Equal("Berat Sitti naik bulan ini. Bagus, teruskan ya, Bu.", words[0]);
        Assert.Contains("Makanan cincang", words[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_gravest_finding_is_said_first_and_never_more_than_two()
    {
        var words = Words(A.Seen(2026, 9, 5, 5300), A.Seen(2026, 10, 5, 5200), A.Seen(2026, 11, 25, 5100, 6800, Position.Lying));

        Assert.StartsWith("Menurut hasil ukur, Sitti sangat kurus", words[0], StringComparison.Ordinal);
        Assert.Equal(3, words.Count);
    }

    [Fact]
    public void Short_is_said_as_a_measurement() =>
        Assert.Contains(Words(A.Seen(2026, 10, 5, 8200), A.Seen(2026, 11, 25, 8700, 6600, Position.Lying)), text => text.StartsWith("Hasil ukur:", StringComparison.Ordinal));

    [Fact]
    public void A_thin_arm_and_few_visits_of_a_mother_are_told_with_the_help_there_is()
    {
        var pregnancy = new FieldPregnancy
        {
            Id = Guid.CreateVersion7(),
            Name = "Wa Ode",
            LastPeriod = A.Today.AddDays(-30 * 7),
            Visits = [new PregnancyVisit { Id = Guid.CreateVersion7(), Pregnancy = default, Day = A.Today, At = default, Arm = 2340, Haemoglobin = 109, IronTablets = 30, AntenatalVisits = 2 }],
        };
        var reading = PregnancyReading.Of(pregnancy, A.Today);

        Assert.Equal((30, 3, true, true, 3), (reading.Weeks, reading.Trimester, reading.IsAtRiskOfKek, reading.IsAnaemic?.Value, reading.AntenatalExpected));
        Assert.Equal((2340, 109, 11m, 1, 60, A.Today, A.Today.AddDays(10 * 7)), (reading.Arm, reading.Haemoglobin, reading.HaemoglobinLimit, reading.DoctorExpected, reading.TabletsExpected, reading.LastDay, reading.Due));
        Assert.Equal(3, MotherWords.Of(reading).Count);
        Assert.False(PregnancyReading.Of(pregnancy with { Visits = [pregnancy.Visits[0] with { Arm = 2350 }] }, A.Today).IsAtRiskOfKek);
    }

    [Fact]
    public void Of_a_referral_is_asked_whether_it_could_be_done_and_what_stands_in_the_way()
    {
        var sent = new FieldReferral(A.Today, ToHospital: true);

        var asked = MotherWords.Of("Sitti", sent, day => $"{day:d-M}");
        Assert.StartsWith("Apakah Sitti sudah sempat ke rumah sakit?", asked[0], StringComparison.Ordinal);
        Assert.Contains("apa yang menyulitkan", asked[1], StringComparison.Ordinal);
        Assert.Contains("ditunggu lagi tanggal 5-12", MotherWords.Of("Sitti", sent with { WasThere = true, ComeBackOn = new(2026, 12, 5) }, day => $"{day:d-M}")[0], StringComparison.Ordinal);
        Assert.Equal(["Sitti sudah diperiksa di puskesmas. Adakah pesan dari sana yang bisa kami bantu?"], MotherWords.Of("Sitti", new(A.Today, WasThere: true), day => $"{day:d-M}"));
        Assert.DoesNotContain(MotherWords.Of("Sitti", sent with { WasThere = true, ComeBackOn = new(2026, 12, 5) }, day => $"{day:d-M}"), text => text.Contains('{', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Wa Ode Rini Astuti", "Rini")]
    [InlineData("La Ali", "Ali")]
    [InlineData("Muh. Fadil", "Fadil")]
    [InlineData("By. Ny. Lia", "adik")]
    [InlineData("Sitti", "Sitti")]
    public void A_child_is_called_by_its_own_name(string name, string called) => Assert.Equal(called, MotherWords.CallName(name));

    private static IReadOnlyList<string> Words(params PastMeasurement[] all) =>
        MotherWords.Of("Sitti", ChildReading.Of(new ChildHistory(Sex.Female, Birth, all), all[^1]));

    private static string Data([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../data/field/forbidden-phrases.csv");
}
