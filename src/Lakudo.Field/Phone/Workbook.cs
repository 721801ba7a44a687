using System.Text.Json;

namespace Lakudo.Field.Phone;

/// <summary>
/// Everything a phone knows while it is open, and what follows from each step: pure, so that sending, answering and conflicts are tested without a phone. Every method that
/// changes something returns the step to be written; the caller writes it before it goes on.
/// </summary>
public sealed partial class Workbook
{
    private readonly Dictionary<Guid, FieldChild> _children = [];
    private readonly Dictionary<Guid, FieldPregnancy> _pregnancies = [];
    private readonly Dictionary<Guid, FieldChild> _shown = [];
    private readonly List<Visit> _visits = [];

    /// <summary>An empty book of a phone just registered.</summary>
    public Workbook(PhoneBook book) => Book = book;

    /// <summary>What the phone knows besides children and mothers.</summary>
    public PhoneBook Book { get; private set; }

    /// <summary>The batch that waits for its answer.</summary>
    public PendingBatch? Pending { get; private set; }

    /// <summary>The visits of this phone that have not come back from the register, in order of entry.</summary>
    public IReadOnlyList<Visit> Visits => _visits;

    /// <summary>Visits of which nobody but this phone knows.</summary>
    public IEnumerable<Visit> Unsent => _visits.Where(visit => visit.State is VisitState.Waiting or VisitState.Refused);

    /// <summary>Visits to be sent with the next contact: those that wait, and those of which a receipt only says that they arrived.</summary>
    public IEnumerable<Visit> ToSend => _visits.Where(visit => visit.State is VisitState.Waiting or VisitState.HandedOver);

    /// <summary>The children with what was entered here, whether sent or not.</summary>
    public IEnumerable<FieldChild> Children =>
        _children.Keys.Concat(_visits.Where(visit => visit.Child is not null).Select(visit => visit.Child!.Id)).Distinct().Select(id => Child(id)!);

    /// <summary>The pregnancies with what was entered here.</summary>
    public IEnumerable<FieldPregnancy> Pregnancies =>
        _pregnancies.Keys.Concat(_visits.Where(visit => visit.Pregnancy is not null).Select(visit => visit.Pregnancy!.Id)).Distinct().Select(id => Pregnancy(id)!);

    /// <summary>A child with what was entered here; null when not known.</summary>
    public FieldChild? Child(Guid id)
    {
        if (_shown.TryGetValue(id, out var ready)) return ready;
        var mine = _visits.Where(visit => visit.AboutChild() == id && visit.State != VisitState.Refused).ToList();
        var known = _children.GetValueOrDefault(id) ?? _visits.Select(visit => visit.Child).FirstOrDefault(child => child?.Id == id)?.AsChild();
        return known is null ? null : _shown[id] = known.With(mine);
    }

    /// <summary>A pregnancy with what was entered here; null when not known.</summary>
    public FieldPregnancy? Pregnancy(Guid id)
    {
        var known = _pregnancies.GetValueOrDefault(id) ?? _visits.Select(visit => visit.Pregnancy).FirstOrDefault(one => one?.Id == id)?.AsPregnancy();
        if (known is null) return null;
        var added = _visits.Where(visit => visit.State != VisitState.Refused && visit.PregnancyVisit?.Pregnancy == id).Select(visit => visit.PregnancyVisit!)
            .Where(visit => known.Visits.All(other => other.Id != visit.Id)).ToList();
        return added.Count == 0 ? known : known with { Visits = [.. known.Visits, .. added] };
    }

    /// <summary>Reads the records of the safe; unknown ones are left alone.</summary>
    /// <param name="records">What was opened.</param>
    /// <param name="hasHistory">Whether the history is among them.</param>
    public static Workbook? Open(JsonElement records, bool hasHistory = true)
    {
        Workbook? workbook = null;
        foreach (var record in records.EnumerateArray())
        {
            if (record.GetProperty("key").GetString() == RecordKeys.Book) workbook = new Workbook(record.GetProperty("value").Deserialize(PhoneJson.Default.PhoneBook)!);
        }

        if (workbook is null) return null;
        workbook.HasHistory = hasHistory;
        foreach (var record in records.EnumerateArray())
        {
            var (key, value) = (record.GetProperty("key").GetString()!, record.GetProperty("value"));
            if (RecordKeys.IsToday(key) && !hasHistory) workbook.Keep(value.Deserialize(FieldJson.Default.FieldChild)!);
            else if (RecordKeys.IsChild(key)) workbook.Keep(value.Deserialize(FieldJson.Default.FieldChild)!);
            else if (RecordKeys.IsPregnancy(key)) workbook.Keep(value.Deserialize(FieldJson.Default.FieldPregnancy)!);
            else if (RecordKeys.IsVisit(key)) workbook._visits.Add(value.Deserialize(PhoneJson.Default.Visit)!);
            else if (key == RecordKeys.Pending) workbook.Pending = value.Deserialize(PhoneJson.Default.PendingBatch);
        }

        workbook._visits.Sort((left, right) => left.At.CompareTo(right.At));
        return workbook;
    }

    /// <summary>The first step of a phone just registered.</summary>
    public Step Begin() => Written(new Step());

    /// <summary>Saves a visit, sealed copy included.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="mended">A refused visit that it takes the place of.</param>
    public Step Save(Visit visit, Visit? mended = null)
    {
        var step = new Step();
        _visits.Add(visit);
        if (visit.Measurement is { } measurement)
            Book = Book with { Mine = [.. Book.MineOn == measurement.Day ? Book.Mine : [], measurement.Id], MineOn = measurement.Day };
        step.Put.Add(new Put(RecordKeys.Of(visit), JsonSerializer.Serialize(visit, PhoneJson.Default.Visit)));
        var copy = Make([visit], 0, Guid.CreateVersion7(new DateTimeOffset(visit.At, TimeSpan.Zero)), visit.At);
        step.Seals.Add(new Seal(copy.Id, [.. visit.Entries()], JsonSerializer.Serialize(copy, FieldJson.Default.Batch)));
        if (mended is not null) Forget(mended, step);
        return Written(step);
    }

    /// <summary>Fixes the bytes of the next batch; null when nothing waits. The one that is not answered yet comes first.</summary>
    public Step? NextBatch(DateTime now)
    {
        if (Pending is not null) return null;
        List<Visit> visits = [];
        var entries = 0;
        foreach (var visit in ToSend)
        {
            if ((entries += visit.Entries().Count()) > BatchLimits.Entries && visits.Count > 0) break;
            visits.Add(visit);
        }

        if (visits.Count == 0) return null;
        Book = Book with { Seq = Book.Seq + 1 };
        var batch = Make(visits, Book.Seq, Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)), now);
        Pending = new PendingBatch(batch.Id, JsonSerializer.Serialize(batch, FieldJson.Default.Batch), [.. visits.Select(visit => visit.Id)]);
        return Written(new Step());
    }

    /// <summary>Takes the answer to the batch that waits; an answer to another one changes nothing.</summary>
    public Step Take(BatchAnswer answer, DateTime now)
    {
        var step = new Step();
        if (Pending is not { } pending || pending.Id != answer.Batch) return Written(step);
        Book = Book with { LastContact = now, ClockSkewSeconds = answer.ClockSkewSeconds, Trouble = null };
        var refused = answer.Refusals.Where(note => note.Entry is not null).ToList();
        if (answer.Verdict == BatchVerdict.Refused && refused.Count == 0)
        {
            Book = Book with { Trouble = string.Join(' ', answer.Refusals.Select(note => note.Text)) };
            return Written(step);
        }

        for (var i = 0; i < _visits.Count; i++)
        {
            var visit = _visits[i];
            if (!pending.Visits.Contains(visit.Id)) continue;
            if (answer.Verdict != BatchVerdict.Refused)
            {
                Change(i, visit with { State = VisitState.Sent }, step);
                step.Sent.AddRange(visit.Entries());
            }
            else if (refused.Where(note => visit.Entries().Contains(note.Entry!.Value)).ToList() is { Count: > 0 } reasons)
            {
                Change(i, visit with { State = VisitState.Refused, Refusals = reasons }, step);
            }
        }

        Book = Book with { Notes = [.. Book.Notes, .. answer.Notes.Select(Named)] };
        Pending = null;
        return Written(step);
    }

    /// <summary>The question for what is new, and for the children whose history did not agree.</summary>
    public AskChanges Question(DateTime now) => new(Book.Cursor, now) { KeepsOlder = true, Whole = Book.Wanted.Count == 0 ? null : Book.Wanted };

    /// <summary>Takes what is new; only with the history open. Visits that were accepted before the question are in it, so they go. Children to be asked for again stand in <see cref="PhoneBook.Wanted"/> afterwards.</summary>
    public Step Take(PosyanduData data, DateTime now)
    {
        var step = new Step { RegionKey = data.RegionKey, TodayDays = data.TodayDays };
        if (data.IsWhole)
        {
            foreach (var id in _children.Keys.Except(data.Children.Select(child => child.Id))) Drop(id, step);
            step.Put.AddRange(_pregnancies.Keys.Except(data.Pregnancies.Select(one => one.Id)).Select(id => new Put(RecordKeys.OfPregnancy(id), null)));
            _children.Clear();
            _pregnancies.Clear();
        }

        foreach (var id in data.Gone)
        {
            if (_children.Remove(id)) Drop(id, step);
            if (_pregnancies.Remove(id)) step.Put.Add(new Put(RecordKeys.OfPregnancy(id), null));
        }

        List<Guid> wanted = [];
        foreach (var sent in data.Children)
        {
            // Where the marks do not agree, what was sent is shown beside what the phone had until the whole child is here.
            var (child, agrees) = data.Older is { } older && sent.Older is not null ? older.Join(_children.GetValueOrDefault(sent.Id), sent) : (sent, true);
            if (!agrees) wanted.Add(child.Id);
            Keep(child);
            Store(child, step, now);
        }

        foreach (var pregnancy in data.Pregnancies)
        {
            Keep(pregnancy);
            Store(pregnancy, step);
        }

        foreach (var visit in _visits.Where(visit => visit.State == VisitState.Sent && !wanted.Contains(visit.AboutChild() ?? Guid.Empty)).ToList()) Forget(visit, step);
        _shown.Clear();
        Book = Book with { Cursor = data.Cursor, Wanted = wanted, Posyandu = data.Posyandu, LastContact = now, ClockSkewSeconds = (int)Math.Clamp((now - data.Clock).TotalSeconds, int.MinValue, int.MaxValue) };
        return Written(step);
    }

    /// <summary>The cadre has read the notes.</summary>
    public Step PutAwayNotes()
    {
        Book = Book with { Notes = [] };
        return Written(new Step());
    }

    /// <summary>A step that only notes a record of the app's own.</summary>
    public Step Noting(string key, string? value)
    {
        var step = new Step();
        step.Put.Add(new Put(key, value));
        return Written(step);
    }

    /// <summary>Asks for everything with the next question.</summary>
    public Step LoadAgain()
    {
        Book = Book with { Cursor = null };
        return Written(new Step());
    }

    private Batch Make(IReadOnlyList<Visit> visits, long seq, Guid id, DateTime now) => new()
    {
        Id = id,
        Device = Book.Device,
        Posyandu = Book.Posyandu.Id,
        Seq = seq,
        Clock = now,
        Children = [.. visits.Select(visit => visit.Child).OfType<NewChild>()],
        Measurements = [.. visits.Select(visit => visit.Measurement).OfType<FieldMeasurement>()],
        Services = [.. visits.SelectMany(visit => visit.Services)],
        Pregnancies = [.. visits.Select(visit => visit.Pregnancy).OfType<NewPregnancy>()],
        PregnancyVisits = [.. visits.Select(visit => visit.PregnancyVisit).OfType<PregnancyVisit>()],
    };

    private NotedEntry Named(EntryNote note)
    {
        var visit = _visits.FirstOrDefault(visit => note.Entry is { } entry && visit.Entries().Contains(entry));
        var name = visit?.AboutChild() is { } child ? Child(child)?.Name : visit?.AboutPregnancy() is { } pregnancy ? Pregnancy(pregnancy)?.Name : null;
        return new NotedEntry(visit?.AboutChild() ?? visit?.AboutPregnancy(), name ?? "", note);
    }

    private void Change(int at, Visit visit, Step step)
    {
        _visits[at] = visit;
        step.Put.Add(new Put(RecordKeys.Of(visit), JsonSerializer.Serialize(visit, PhoneJson.Default.Visit)));
    }

    private void Forget(Visit visit, Step step)
    {
        _visits.RemoveAll(other => other.Id == visit.Id);
        step.Put.Add(new Put(RecordKeys.Of(visit), null));
        step.Sent.AddRange(visit.Entries());
    }

    private void Keep(FieldChild child) => _children[child.Id] = child;

    private void Keep(FieldPregnancy pregnancy) => _pregnancies[pregnancy.Id] = pregnancy;

    /// <summary>Closes a step: the book and the waiting batch are always written with it, and the count that is seen when locked.</summary>
    private Step Written(Step step)
    {
        _shown.Clear();
        step.Put.Add(new Put(RecordKeys.Book, JsonSerializer.Serialize(Book, PhoneJson.Default.PhoneBook)));
        step.Put.Add(new Put(RecordKeys.Pending, Pending is null ? null : JsonSerializer.Serialize(Pending, PhoneJson.Default.PendingBatch)));
        step.Unsent = Unsent.Count();
        step.Oldest = Unsent.Select(visit => new DateTimeOffset(visit.At, TimeSpan.Zero).ToUnixTimeMilliseconds()).DefaultIfEmpty().Min();
        return step;
    }
}
