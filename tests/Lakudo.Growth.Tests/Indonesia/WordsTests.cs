using Lakudo.Growth.Indonesia;

namespace Lakudo.Growth.Tests.Indonesia;

public class WordsTests
{
    [Fact]
    public void Every_answer_has_its_words()
    {
        AllDiffer<WeightForAgeClass>(Words.Of);
        AllDiffer<LengthForAgeClass>(Words.Of);
        AllDiffer<NutritionClass>(Words.Of);
        AllDiffer<KmsMark>(Words.Of);
        AllDiffer<KmsAction>(Words.Of);
        AllDiffer<ArmClass>(Words.Of);
        AllDiffer<SipAgeGroup>(Words.Of);
        AllDiffer<VitaminADose>(Words.Of);
        AllDiffer<AgeMethod>(Words.Of);
        Assert.Throws<ArgumentOutOfRangeException>(() => Words.Of((KmsMark)9));
    }

    [Fact]
    public void A_measured_class_is_never_called_stunting() =>
        Assert.All(Enum.GetValues<LengthForAgeClass>(), answer => Assert.DoesNotContain("stunting", Words.Of(answer)));

    [Fact]
    public void Doubts_are_told_one_sentence_each()
    {
        Assert.Equal("", Words.Of(KmsDoubts.None));
        foreach (var doubt in Enum.GetValues<KmsDoubts>().Where(doubt => doubt != KmsDoubts.None)) Assert.EndsWith(".", Words.Of(doubt));
        Assert.Equal(
            $"{Words.Of(KmsDoubts.KbmOfMonth)} {Words.Of(KmsDoubts.GrowthLine)}",
            Words.Of(KmsDoubts.KbmOfMonth | KmsDoubts.GrowthLine));
    }

    [Theory]
    [InlineData("L", Sex.Male)]
    [InlineData(" laki-laki ", Sex.Male)]
    [InlineData("1", Sex.Male)]
    [InlineData("m", Sex.Male)]
    [InlineData("P", Sex.Female)]
    [InlineData("Perempuan", Sex.Female)]
    [InlineData("2", Sex.Female)]
    [InlineData("F", Sex.Female)]
    [InlineData("", null)]
    [InlineData("X", null)]
    [InlineData("0", null)]
    [InlineData("3", null)]
    [InlineData("LP", null)]
    public void A_code_of_the_sex_is_read_or_left_unknown(string code, Sex? sex)
    {
        Assert.Equal(sex, SexCode.Read(code));
        if (sex is { } known) Assert.Equal(known, SexCode.Read([SexCode.Of(known)]));
    }

    [Fact]
    public void Months_of_the_calendar_count_over_the_turn_of_the_year()
    {
        var january = new CalendarMonth(2026, 1);
        Assert.Equal(new CalendarMonth(2025, 12), january.Previous);
        Assert.Equal(13, january - new CalendarMonth(2024, 12));
        Assert.Equal((new DateOnly(2024, 2, 1), new DateOnly(2024, 2, 29)), (new CalendarMonth(2024, 2).FirstDay, new CalendarMonth(2024, 2).LastDay));
        Assert.True(january.Contains(new DateOnly(2026, 1, 31)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CalendarMonth(2026, 13));
    }

    [Fact]
    public void A_capsule_holds_its_units() =>
        Assert.Equal([0, 100_000, 200_000], Enum.GetValues<VitaminADose>().Select(DueRules.InternationalUnits));

    private static void AllDiffer<T>(Func<T, string> words)
        where T : struct, Enum
    {
        var all = Enum.GetValues<T>().Select(words).ToArray();
        Assert.All(all, Assert.NotEmpty);
        Assert.Distinct(all);
    }
}
