namespace Lakudo.Growth.Indonesia;

/// <summary>A child as the posyandu's register knows it.</summary>
/// <param name="Sex">The sex; a child of unknown sex is counted in the totals only.</param>
/// <param name="Birth">The day of birth.</param>
/// <param name="HasCard">Whether the family has the growth card or the mother-and-child book; null where nobody has said.</param>
public readonly record struct RegisteredChild(Sex? Sex, DateOnly Birth, bool? HasCard);

/// <summary>Counts one month of a posyandu (or of any set of them) by sex and the age groups of the register.</summary>
/// <remarks>
/// The age of a child who was weighed is that of the day of weighing, of one who was not that of the last day of the month; children not born by then or
/// 60 months old are not in it. So D never exceeds S. Not for use from several threads at once.
/// </remarks>
public sealed class SkdnRegister
{
    private readonly SkdnCount[] _cells = new SkdnCount[(2 + 1) * SipAgeGroups.Count];
    private readonly KmsCard _card;

    /// <summary>Starts an empty register.</summary>
    /// <param name="book">The rules in force, usually those of the month's last day.</param>
    /// <param name="month">The month that is reported.</param>
    public SkdnRegister(RuleBook book, CalendarMonth month)
    {
        _card = book.Kms;
        Month = month;
    }

    /// <summary>The month that is reported.</summary>
    public CalendarMonth Month { get; }

    /// <summary>All children.</summary>
    public SkdnCount Total => Sum(0, _cells.Length);

    /// <summary>The children of one sex.</summary>
    public SkdnCount Of(Sex sex) => Sum((int)sex * SipAgeGroups.Count, SipAgeGroups.Count);

    /// <summary>The children of one sex and age group.</summary>
    public SkdnCount Of(Sex sex, SipAgeGroup group) => _cells[(int)sex * SipAgeGroups.Count + (int)group];

    /// <summary>The children of one age group, those of unknown sex among them.</summary>
    public SkdnCount Of(SipAgeGroup group)
    {
        var sum = default(SkdnCount);
        for (var i = (int)group; i < _cells.Length; i += SipAgeGroups.Count) sum += _cells[i];
        return sum;
    }

    /// <summary>Counts one child.</summary>
    /// <param name="child">The child as registered.</param>
    /// <param name="weighings">All its weighings here, in any order.</param>
    /// <returns>What the card says of it, so that a list of names can be made on the way.</returns>
    public KmsMonth Add(in RegisteredChild child, ReadOnlySpan<Weighing> weighings)
    {
        var read = _card.Read(child.Sex, child.Birth, weighings, Month);
        var months = read.CompletedMonths ?? CompletedMonths.Between(child.Birth, Month.LastDay);
        if (SipAgeGroups.Of(months) is not { } group) return read;
        CellOf(child.Sex, group) += new SkdnCount
        {
            S = 1,
            K = Counted(child.HasCard == true),
            CardUnknown = Counted(child.HasCard is null),
            D = read.Mark is null ? 0 : 1,
            N = Counted(read.Mark?.Value == KmsMark.N),
            T = Counted(read.Mark?.Value == KmsMark.T),
            O = Counted(read.Mark?.Value == KmsMark.O),
            B = Counted(read.Mark?.Value == KmsMark.B),
            TwiceT = Counted(read.IsTwiceNotGained?.Value == true),
            BelowRed = Counted(read.IsBelowRed?.Value == true),
            OtherN = Counted(read.Mark?.OtherOrValue == KmsMark.N),
            OtherTwiceT = Counted(read.IsTwiceNotGained?.OtherOrValue == true),
            OtherBelowRed = Counted(read.IsBelowRed?.OtherOrValue == true),
        };
        return read;
    }

    /// <summary>Counts one child whose weighings were read before, as a register keeps them: both readings of an unsure child are then the one that was kept.</summary>
    /// <param name="child">The child as registered.</param>
    /// <param name="weighed">The day of its last weighing in the month; null where there is none.</param>
    /// <param name="mark">What that weighing said; null where there is none, or where it was not marked and then it counts as <see cref="KmsMark.O"/>.</param>
    /// <param name="isTwiceNotGained">Whether it was T after T in the month before.</param>
    /// <param name="isBelowRed">Whether it lies below the red line.</param>
    public void Add(in RegisteredChild child, DateOnly? weighed, KmsMark? mark, bool isTwiceNotGained, bool isBelowRed)
    {
        if (SipAgeGroups.Of(CompletedMonths.Between(child.Birth, weighed ?? Month.LastDay)) is not { } group) return;
        KmsMark? read = weighed is null ? null : mark ?? KmsMark.O;
        var (twice, red) = (Counted(read is not null && isTwiceNotGained), Counted(read is not null && isBelowRed));
        CellOf(child.Sex, group) += new SkdnCount
        {
            S = 1,
            K = Counted(child.HasCard == true),
            CardUnknown = Counted(child.HasCard is null),
            D = Counted(read is not null),
            N = Counted(read == KmsMark.N),
            T = Counted(read == KmsMark.T),
            O = Counted(read == KmsMark.O),
            B = Counted(read == KmsMark.B),
            TwiceT = twice,
            BelowRed = red,
            OtherN = Counted(read == KmsMark.N),
            OtherTwiceT = twice,
            OtherBelowRed = red,
        };
    }

    /// <summary>Adds the counts of another posyandu in the same month.</summary>
    public void Add(SkdnRegister other)
    {
        for (var i = 0; i < _cells.Length; i++) _cells[i] += other._cells[i];
    }

    private ref SkdnCount CellOf(Sex? sex, SipAgeGroup group) => ref _cells[(sex is { } known ? (int)known : 0) * SipAgeGroups.Count + (int)group];

    private static int Counted(bool isSo) => isSo ? 1 : 0;

    private SkdnCount Sum(int first, int count)
    {
        var sum = default(SkdnCount);
        foreach (ref readonly var cell in _cells.AsSpan(first, count)) sum += cell;
        return sum;
    }
}
