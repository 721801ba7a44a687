using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Kernel;

namespace Lakudo.Children.Register;

/// <summary>A child of the register. The mother's NIK, the day of birth, the birth order and the name together tell one child from another; most have no NIK of their own yet.</summary>
internal sealed class Child : IRegional
{
    private Child()
    {
    }

    public Child(int regionId, NewChild entered, Guid posyanduId, Guid motherId, SealedNik? nik, DateTime now, Guid? consentBy = null)
    {
        (RegionId, Id, PosyanduId, MotherId) = (regionId, entered.Id, posyanduId, motherId);
        (Name, NameNormalised, Sex, Birth) = (PersonName.Kept(entered.Name), PersonName.Normalise(entered.Name), entered.Sex, entered.Birth);
        (NikSealed, NikFingerprint) = (nik?.Box, nik?.Fingerprint);
        (BirthOrder, BirthWeight, BirthLength, Address) = (entered.BirthOrder, entered.BirthWeight, entered.BirthLength, WrittenText.Tidy(entered.Address));
        (RegisteredAt, ConsentAt, ConsentBy, BirthEntered) = (now, entered.At, consentBy, entered.Birth);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>Where it is measured now.</summary>
    public Guid PosyanduId { get; private set; }

    public Guid MotherId { get; private set; }

    public string Name { get; private set; } = "";

    public string NameNormalised { get; private set; } = "";

    public Sex? Sex { get; private set; }

    public DateOnly Birth { get; private set; }

    /// <summary>The day of birth as it was first entered: the same entry, sent again after a correction, is known by it.</summary>
    public DateOnly BirthEntered { get; private set; }

    public byte[]? NikSealed { get; private set; }

    public byte[]? NikFingerprint { get; private set; }

    public int? BirthOrder { get; private set; }

    /// <summary>Grams.</summary>
    public int? BirthWeight { get; private set; }

    /// <summary>Tenths of a millimetre.</summary>
    public int? BirthLength { get; private set; }

    public string? Address { get; private set; }

    public DateTime RegisteredAt { get; private set; }

    /// <summary>When the mother agreed that this is kept (UU 27/2022).</summary>
    public DateTime ConsentAt { get; private set; }

    /// <summary>The health worker to whom she said so; null where that was not kept.</summary>
    public Guid? ConsentBy { get; private set; }

    /// <summary>When she took it back; null while it stands.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>The child that this entry turned out to be; null while it stands for itself.</summary>
    public Guid? MergedInto { get; private set; }

    /// <summary>Why the puskesmas asks to measure again; null when it does not.</summary>
    public string? RemeasureReason { get; private set; }

    /// <summary>On which day it asked so; what is measured from then on answers it.</summary>
    public DateOnly? RemeasureOn { get; private set; }

    /// <summary>Who found stunting in a validated diagnosis, and when; only then may the word be used of this child.</summary>
    public string? StuntingBy { get; private set; }

    public DateOnly? StuntingOn { get; private set; }

    /// <summary>The first day on which it is no longer one of its posyandu's children: moved away, died, not to be found. Null while it is.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>The <see cref="Network.Posyandu.Change"/> of the last change; what is newer than a phone's cursor is sent to it.</summary>
    public long Change { get; private set; }

    /// <summary>When the person was taken out of it; what was measured stays as numbers of nobody. Null while it is somebody's.</summary>
    public DateTime? ErasedAt { get; private set; }

    /// <summary>What the field knows of its validated diagnosis.</summary>
    public Diagnosis? Stunting => StuntingBy is { } by && StuntingOn is { } on ? new Diagnosis(by, on) : null;

    /// <summary>It is measured elsewhere from now on.</summary>
    public void Move(Guid posyandu, long change) => (PosyanduId, Change) = (posyandu, change);

    /// <summary>It turned out to be another entry.</summary>
    public void MergeInto(Guid other) => MergedInto = other;

    /// <summary>It is a child of its own after all.</summary>
    public void StandAlone() => MergedInto = null;

    /// <summary>The puskesmas asks to measure it again, or no longer does.</summary>
    public void AskToRemeasure(string? reason, DateOnly on) => (RemeasureReason, RemeasureOn) = (reason, reason is null ? null : on);

    /// <summary>It was measured on a day: what the puskesmas asked for until then is done.</summary>
    public void WasMeasured(DateOnly day)
    {
        if (RemeasureReason is not null && day >= (RemeasureOn ?? day)) (RemeasureReason, RemeasureOn) = (null, null);
    }

    /// <summary>A validated diagnosis of stunting stands, or none does.</summary>
    public void Diagnosed(Cases.StuntingDiagnosis? diagnosis) => (StuntingBy, StuntingOn) = (diagnosis?.FoundBy, diagnosis?.FoundOn);

    /// <summary>It left on a day, or is here after all.</summary>
    public void Left(DateOnly? on) => LeftOn = on;

    /// <summary>Who it is was corrected.</summary>
    public void Correct(string name, Sex? sex, DateOnly birth, int? order, string? address) =>
        (Name, NameNormalised, Sex, Birth, BirthOrder, Address) = (name, PersonName.Normalise(name), sex, birth, order, address);

    /// <summary>Consent was taken back.</summary>
    public void Withdraw(DateTime at, long change) => (WithdrawnAt, Change) = (at, change);

    /// <summary>Consent was given again.</summary>
    public void AgreeAgain(Guid? by, DateTime at, long change) => (WithdrawnAt, ConsentAt, ConsentBy, Change) = (null, at, by, change);

    /// <summary>Marks it as changed.</summary>
    public void Changed(long change) => Change = change;

    /// <summary>
    /// Takes the person out: nothing leads from it to a name, a NIK, an address or a mother. Sex, month of birth, weight and length at birth stay, so that months that were counted stay as they
    /// were counted. Of the day of birth only the month stays: a village has few children of one day.
    /// </summary>
    public void Forget(DateTime at, long change)
    {
        (Name, NameNormalised, NikSealed, NikFingerprint, Address, MotherId) = (Personal.Forgotten.Name, "", null, null, null, Guid.Empty);
        (BirthOrder, RemeasureReason, StuntingBy) = (null, null, null);
        (Birth, ErasedAt, Change) = (new DateOnly(Birth.Year, Birth.Month, 1), at, change);
        BirthEntered = Birth;
    }
}
