using System.Globalization;

namespace Lakudo.Growth.Quality;

/// <summary>One plain English sentence for a finding: what it means and what to do.</summary>
internal static class EnglishSentences
{
    public static string Of(QualityFinding finding) => finding.Verdict switch
    {
        QualityVerdict.TooFew => $"{Subject(finding.Check)} cannot be judged yet: there are {Whole(finding.Count)} {Unit(finding.Check)} and at least {Whole(finding.Limit.Least)} are needed.",
        QualityVerdict.Good => Good(finding),
        _ => Fault(finding),
    };

    private static string Good(QualityFinding finding) => finding.Cases.Count > 0 && finding.Check != QualityCheck.RepeatedHeight
        ? $"{Subject(finding.Check)}: as it should be ({Figure(finding)}); {(finding.Check == QualityCheck.WeightJump ? "weigh" : "measure")} the listed children again."
        : $"{Subject(finding.Check)}: as it should be ({Figure(finding)}).";

    private static string Fault(QualityFinding finding)
    {
        var (value, hits, count) = (Number(finding.Value ?? 0), finding.Hits ?? 0, finding.Count);
        return finding.Check switch
        {
            QualityCheck.WeightDigits => $"{Digits(finding, "weights")}: weights are rounded or guessed; ask the measurers to read the scale to 0.1 kg and weigh some children again together.",
            QualityCheck.HeightDigits => $"{Digits(finding, "heights")}: heights are rounded or guessed; ask the measurers to read the board to 0.1 cm and measure some children again together.",
            QualityCheck.AgeHeaping => $"{Months(finding)}: many dates of birth are guessed; compare them with birth certificates or health books.",
            QualityCheck.BirthDays => $"{value} % of the children are noted as born on the 1st or the 15th where about 7 % should be: many dates of birth are guessed; compare them with birth certificates or health books.",
            QualityCheck.SpreadOfLengthForAge or QualityCheck.SpreadOfWeightForAge or QualityCheck.SpreadOfWeightForLength => finding.Value < finding.Limit.WatchBelow
                ? $"The standard deviation of {Index(finding.Check)} is only {value}: the measures are too much alike, perhaps copied or made up; measure some children again with a supervisor."
                : $"The standard deviation of {Index(finding.Check)} is {value} where at most {Number(finding.Limit.Watch!.Value)} is usual: many measures or ages are off; check the instruments, train the measurers again and measure some children again.",
            QualityCheck.FlagsOfLengthForAge or QualityCheck.FlagsOfWeightForAge or QualityCheck.FlagsOfWeightForLength =>
                $"{Whole(hits)} of {Whole(count)} z-scores of {Index(finding.Check)} are implausible ({value} %): a measure, a date of birth or a sex was noted wrongly; check the listed children and measure them again.",
            QualityCheck.MissingWeight => $"No weight was noted at {value} % of the visits: those children are missing from the figures; see that every child who comes is weighed and noted.",
            QualityCheck.MissingHeight => $"No height was noted at {value} % of the visits at which it was due: short children are not seen; provide a board and measure every child who comes.",
            QualityCheck.MissingAge => $"The age is unknown at {value} % of the visits: no z-score for age can be computed; complete the dates of birth from certificates or health books.",
            QualityCheck.MissingSex => $"The sex was not noted at {value} % of the visits: no z-score can be computed; complete it from the health books.",
            QualityCheck.SexRatio => $"{Whole(hits)} boys and {Whole(count - hits)} girls were noted, far from the usual 105 to 100: some children stay away or their sex was noted wrongly; compare with the list of all children.",
            QualityCheck.FallingHeight => $"Height fell in {Whole(hits)} of {Whole(count)} pairs of visits ({value} %): children do not shrink, so one of the two measures is wrong; measure the listed children again.",
            QualityCheck.RepeatedHeight => $"Height is exactly that of the visit before in {Whole(hits)} of {Whole(count)} pairs of visits ({value} %): it may have been copied and not measured; measure the listed children again with a supervisor.",
            QualityCheck.WeightJump => $"Weight jumped in {Whole(hits)} of {Whole(count)} pairs of visits ({value} %): a wrong reading, a wrong note or another child; weigh the listed children again.",
            _ => $"Height jumped in {Whole(hits)} of {Whole(count)} pairs of visits ({value} %): a wrong reading, a wrong note or another child; measure the listed children again.",
        };
    }

    private static string Digits(QualityFinding finding, string measures)
    {
        var (isRound, digit, percent) = DigitWords.Of(finding);
        return isRound
            ? $"{Number(percent)} % of the {measures} end in .0 or .5 where about 20 % should"
            : $"{Number(percent)} % of the {measures} end in .{digit} where about 10 % should";
    }

    private static string Months(QualityFinding finding)
    {
        var (isRound, month, percent) = DigitWords.Of(finding);
        return isRound
            ? $"{Number(percent)} % of the children are noted as whole or half years old where about 17 % should be"
            : $"{Number(percent)} % of the children are noted as some years and {month} months old where about 8 % should be";
    }

    private static string Figure(QualityFinding finding) => finding.Check switch
    {
        QualityCheck.WeightDigits or QualityCheck.HeightDigits or QualityCheck.AgeHeaping => $"score {Number(finding.Value ?? 0)} of {Whole(finding.Count)} {Unit(finding.Check)}",
        QualityCheck.SpreadOfLengthForAge or QualityCheck.SpreadOfWeightForAge or QualityCheck.SpreadOfWeightForLength => $"standard deviation {Number(finding.Value ?? 0)}",
        QualityCheck.SexRatio => $"{Whole(finding.Hits ?? 0)} boys, {Whole(finding.Count - (finding.Hits ?? 0))} girls",
        _ => $"{Whole(finding.Hits ?? 0)} of {Whole(finding.Count)}",
    };

    private static string Subject(QualityCheck check) => check switch
    {
        QualityCheck.WeightDigits => "Last digit of weight",
        QualityCheck.HeightDigits => "Last digit of height",
        QualityCheck.AgeHeaping => "Heaping of ages",
        QualityCheck.BirthDays => "Dates of birth",
        QualityCheck.SpreadOfLengthForAge or QualityCheck.SpreadOfWeightForAge or QualityCheck.SpreadOfWeightForLength => $"Spread of {Index(check)}",
        QualityCheck.FlagsOfLengthForAge or QualityCheck.FlagsOfWeightForAge or QualityCheck.FlagsOfWeightForLength => $"Implausible {Index(check)}",
        QualityCheck.MissingWeight => "Missing weights",
        QualityCheck.MissingHeight => "Missing heights",
        QualityCheck.MissingAge => "Missing ages",
        QualityCheck.MissingSex => "Missing sexes",
        QualityCheck.SexRatio => "Boys and girls",
        QualityCheck.FallingHeight => "Falling height",
        QualityCheck.RepeatedHeight => "Repeated height",
        QualityCheck.WeightJump => "Jumping weight",
        _ => "Jumping height",
    };

    private static string Unit(QualityCheck check) => check switch
    {
        QualityCheck.WeightDigits => "weights",
        QualityCheck.HeightDigits => "heights",
        QualityCheck.AgeHeaping => "children of 1 to 4 years",
        QualityCheck.BirthDays or QualityCheck.SexRatio or QualityCheck.SpreadOfLengthForAge or QualityCheck.SpreadOfWeightForAge or QualityCheck.SpreadOfWeightForLength => "children",
        >= QualityCheck.FallingHeight => "pairs of visits",
        >= QualityCheck.MissingWeight => "visits",
        _ => "z-scores",
    };

    private static string Index(QualityCheck check) => check switch
    {
        QualityCheck.SpreadOfLengthForAge or QualityCheck.FlagsOfLengthForAge => "length/height for age",
        QualityCheck.SpreadOfWeightForAge or QualityCheck.FlagsOfWeightForAge => "weight for age",
        _ => "weight for length/height",
    };

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Whole(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
