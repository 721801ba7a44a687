using System.Text.Json;

namespace Lakudo.Field.Phone;

/// <summary>Handing work over where there is no signal, and its receipt.</summary>
public sealed partial class Workbook
{
    /// <summary>So many hand-overs can still be confirmed: a cadre who carried a file last month has long made others.</summary>
    private const int Remembered = 12;

    /// <summary>Visits of which a receipt says that the puskesmas has them, and no contact yet.</summary>
    public IEnumerable<Visit> HandedOver => _visits.Where(visit => visit.State == VisitState.HandedOver);

    /// <summary>A hand-over ready to be sealed.</summary>
    /// <param name="Step">To be written before it leaves the phone: without its secret the receipt would not be known.</param>
    /// <param name="Id">The hand-over.</param>
    /// <param name="Payload">The JSON of a <see cref="Field.HandOver"/>.</param>
    public sealed record ReadyHandOver(Step Step, Guid Id, string Payload);

    /// <summary>Everything that only this phone knows, refused work included: the puskesmas sees why. The same work is the same hand-over, by file and by QR. Null when nothing waits.</summary>
    /// <param name="now">The phone's clock (UTC).</param>
    /// <param name="secret">16 random bytes, for a hand-over not made before.</param>
    public ReadyHandOver? HandOver(DateTime now, byte[] secret)
    {
        var visits = Unsent.ToList();
        if (visits.Count == 0) return null;
        var ids = visits.Select(visit => visit.Id).ToList();
        var made = Book.HandOvers.LastOrDefault(one => one.Visits.SequenceEqual(ids));
        if (made is null)
        {
            made = new MadeHandOver(Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)), secret, now, ids);
            Book = Book with { HandOvers = [.. Book.HandOvers.TakeLast(Remembered - 1), made] };
        }

        var message = new HandOver
        {
            Id = made.Id,
            Device = Book.Device,
            Clock = made.At,
            Secret = made.Secret,
            Batches = [.. visits.Select(visit => Make([visit], 0, visit.Id, visit.At))],
        };
        return new ReadyHandOver(Written(new Step()), made.Id, JsonSerializer.Serialize(message, FieldJson.Default.HandOver));
    }

    /// <summary>The receipt of a hand-over was typed in: its visits count as handed over. They stay on the phone, and sealed, until the next contact confirms them.</summary>
    public Step Confirm(MadeHandOver made)
    {
        var step = new Step();
        for (var i = 0; i < _visits.Count; i++)
        {
            if (made.Visits.Contains(_visits[i].Id) && _visits[i].State is VisitState.Waiting or VisitState.Refused) Change(i, _visits[i] with { State = VisitState.HandedOver, Refusals = [] }, step);
        }

        return Written(step);
    }
}
