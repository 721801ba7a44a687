using System.Runtime.CompilerServices;

namespace Lakudo.Growth.Survey;

/// <summary>What a sample keeps of a child. Codes are -1 and z-scores NaN where they are missing.</summary>
internal struct SampledChild
{
    public double Haz;
    public double Waz;
    public double Baz;
    public double Whz;
    public double Weight;
    public int Cluster;
    public int Stratum;
    public int Residence;
    public int Region;
    public int MotherEducation;
    public int Other;
    public sbyte AgeGroup;
    public sbyte Sex;
    public sbyte Quintile;
    public bool HasOedema;

    public readonly double this[GrowthIndex index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => index switch
        {
            GrowthIndex.LengthForAge => Haz,
            GrowthIndex.WeightForAge => Waz,
            GrowthIndex.BmiForAge => Baz,
            _ => Whz,
        };
    }

    public readonly int Code(SurveyGrouping grouping) => grouping switch
    {
        SurveyGrouping.All => 0,
        SurveyGrouping.AgeGroup => AgeGroup,
        SurveyGrouping.Sex => Sex,
        SurveyGrouping.AgeAndSex => AgeGroup < 0 || Sex < 0 ? -1 : Sex * SurveyWords.AgeGroups.Length + AgeGroup,
        SurveyGrouping.Residence => Residence,
        SurveyGrouping.Region => Region,
        SurveyGrouping.WealthQuintile => Quintile,
        SurveyGrouping.MotherEducation => MotherEducation,
        _ => Other,
    };
}
