using System.Globalization;
using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Growth;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Consent;

/// <summary>
/// Corrects who a child is, at the mother's word or by the KIA book (UU 27/2022 art. 6, 30). What stood before is kept, sealed; growth is read anew when sex or day of birth change; phones hear of it.
/// </summary>
public sealed class CorrectChild(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    private const int OldestYears = 7, MostBirths = 20, LongestAddress = 200;

    /// <summary>What is right; empty or null leaves a part as it is.</summary>
    /// <param name="Child">The child.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Sex">Boy or girl.</param>
    /// <param name="Birth">Day of birth.</param>
    /// <param name="BirthOrder">Which child of its mother, 1 to 20.</param>
    /// <param name="MotherName">Its mother's name; her other children show it too.</param>
    /// <param name="Address">Its address.</param>
    /// <param name="Why">Why, for the journal; no personal data.</param>
    public sealed record Command(Guid Child, string? Name = null, Sex? Sex = null, DateOnly? Birth = null, int? BirthOrder = null, string? MotherName = null, string? Address = null, string? Why = null);

    /// <summary>What a repeated request is told from another by: no hash of a name that could be tried out.</summary>
    private sealed record Asked(Guid Child, string Fingerprint);

    /// <summary>Corrects. Refused with K-001, C-005, C-701 to C-704, K-020 or K-021 for the reason, K-008 for a name, K-045 for a sign that cannot be printed.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        var asked = new Asked(command.Child, Convert.ToHexString(personal.Fingerprint(string.Create(CultureInfo.InvariantCulture, $"{command.Name}\n{command.Sex}\n{command.Birth:O}\n{command.BirthOrder}\n{command.MotherName}\n{command.Address}"))));
        return commit.Once<Done>(caller, asked, async token =>
        {
            if (db.MayNot(caller, Act.CorrectChild) is { } refusal) return refusal;
            var why = JournalReason.Read(command.Why);
            if (why.IsRefused) return why.Refusal;
            if (await db.ChildCaredForBy(caller, command.Child, clock.Now, token) is not { MergedInto: null } child) return ChildrenRefusals.NoSuchChild;
            var mother = await db.Mothers.SingleAsync(m => m.Id == child.MotherId, token);
            var read = await Read(command, child, mother, await db.Today(caller, clock, token), token);
            if (read.IsRefused) return read.Refusal;
            var before = read.Value;
            if (before.Count == 0) return ConsentRefusals.NothingToCorrect;
            child.Correct(Has(before, CorrectedField.Name) ? PersonName.Read(command.Name).Value : child.Name, command.Sex ?? child.Sex, command.Birth ?? child.Birth, command.BirthOrder ?? child.BirthOrder,
                Has(before, CorrectedField.Address) ? WrittenText.ReadLine(command.Address, "Alamat").Value : child.Address);
            if (Has(before, CorrectedField.MotherName)) mother.Correct(PersonName.Read(command.MotherName).Value);
            await TellPhones(caller.Region, child, Has(before, CorrectedField.MotherName), token);
            db.ChildCorrections.AddRange(before.Select(b => new ChildCorrection(caller.Region, Ids.New(clock), child.Id, b.Field, personal.Seal(b.Value), caller.Id, clock.Now, why.Value)));
            if (Has(before, CorrectedField.Sex) || Has(before, CorrectedField.Birth)) await new Readings(db, caller.Region, new Dictionary<Guid, Child> { [child.Id] = child }).Settle([], [child.Id], token);
            commit.Record(caller, new ChildCorrected(child.Id, [.. before.Select(b => b.Field)]), why.Value);
            return new Done();
        }, ct);
    }

    /// <summary>Which parts change, with what stands there now.</summary>
    private async Task<Outcome<List<(CorrectedField Field, string Value)>>> Read(Command command, Child child, Mother mother, DateOnly today, CancellationToken ct)
    {
        var before = new List<(CorrectedField, string)>();
        if (!string.IsNullOrWhiteSpace(command.Name))
        {
            var name = PersonName.Read(command.Name, "Nama anak");
            if (name.IsRefused) return name.Refusal;
            if (name.Value != child.Name) before.Add((CorrectedField.Name, child.Name));
        }

        if (command.Sex is { } sex && Enum.IsDefined(sex) && sex != child.Sex) before.Add((CorrectedField.Sex, child.Sex?.ToString() ?? ""));
        if (command.Birth is { } birth && birth != child.Birth)
        {
            if (birth > today || birth < today.AddYears(-OldestYears)) return ConsentRefusals.BirthImpossible;
            if (await db.Measurements.Where(m => m.ChildId == child.Id && m.Day < birth).MinAsync(m => (DateOnly?)m.Day, ct) is { } first) return ConsentRefusals.MeasuredBefore.With(first);
            before.Add((CorrectedField.Birth, child.Birth.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        if (command.BirthOrder is < 1 or > MostBirths || command.Address is { Length: > LongestAddress }) return ConsentRefusals.ValueImpossible;
        if (command.BirthOrder is { } order && order != child.BirthOrder) before.Add((CorrectedField.BirthOrder, child.BirthOrder?.ToString(CultureInfo.InvariantCulture) ?? ""));
        if (!string.IsNullOrWhiteSpace(command.MotherName))
        {
            var name = PersonName.Read(command.MotherName, "Nama ibu");
            if (name.IsRefused) return name.Refusal;
            if (name.Value != mother.Name) before.Add((CorrectedField.MotherName, mother.Name));
        }

        var address = WrittenText.ReadLine(command.Address, "Alamat");
        if (address.IsRefused) return address.Refusal;
        if (address.Value.Length > 0 && address.Value != child.Address) before.Add((CorrectedField.Address, child.Address ?? ""));
        return before;
    }

    /// <summary>The child, and where the mother's name changed whoever else of hers is on a phone.</summary>
    private async Task TellPhones(int region, Child child, bool withFamily, CancellationToken ct)
    {
        var children = withFamily ? await db.Children.Where(c => c.MotherId == child.MotherId).ToListAsync(ct) : [child];
        var pregnancies = withFamily ? await db.Pregnancies.Where(p => p.MotherId == child.MotherId && p.ErasedAt == null).ToListAsync(ct) : [];
        foreach (var place in children.Select(c => c.PosyanduId).Concat(pregnancies.Select(p => p.PosyanduId)).Distinct().Order())
        {
            var change = await db.NextChange(region, place, ct);
            foreach (var one in children.Where(c => c.PosyanduId == place)) one.Changed(change);
            foreach (var one in pregnancies.Where(p => p.PosyanduId == place)) one.Changed(change);
        }
    }

    private static bool Has(List<(CorrectedField Field, string)> before, CorrectedField field) => before.Any(b => b.Field == field);
}
