using System.Text.Json;
using Lakudo.Field;
using Lakudo.Field.Phone;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Growth.Tests.Field;

/// <summary>What a phone keeps, sends and takes back, without a phone: the safe is a dictionary here.</summary>
public sealed class WorkbookTests
{
    private static readonly DateTime Now = new(2026, 11, 25, 1, 0, 0, DateTimeKind.Utc);
    private readonly Dictionary<string, string> _safe = [];
    private readonly List<Seal> _sealed = [];
    private readonly FieldChild _child = A.Child(new(2026, 1, 10), A.Seen(2026, 10, 5, 8200));
    private Workbook _book;

    public WorkbookTests()
    {
        _book = new Workbook(new PhoneBook { Device = Guid.CreateVersion7(), Cadre = new FieldPerson(Guid.CreateVersion7(), "Hasnah"), Posyandu = Posyandu });
        Write(_book.Begin());
        Write(_book.Take(Data("1", whole: true, _child), Now));
    }

    private static FieldPosyandu Posyandu { get; } =
        new() { Id = Guid.CreateVersion7(), Name = "Melati 1", Village = "Lakudo", Puskesmas = "Lakudo", UtcOffsetMinutes = 480 };

    [Fact]
    public void What_was_saved_is_there_after_closing_and_opening()
    {
        Write(_book.Save(Measured(8700)));
        Reopen();

        Assert.Equal([8200, 8700], _book.Child(_child.Id)!.Measurements.Select(one => one.Weight!.Value));
        Assert.Single(_book.Unsent);
        Assert.Single(_sealed);
    }

    [Fact]
    public void A_batch_whose_answer_was_lost_is_sent_again_byte_for_byte()
    {
        Write(_book.Save(Measured(8700)));
        Write(_book.NextBatch(Now)!);
        var first = _book.Pending!;
        Write(_book.Save(Measured(8800)));
        Reopen();

        Assert.Null(_book.NextBatch(Now.AddHours(1)));
        Assert.Equal(first.Payload, _book.Pending!.Payload);
        Write(_book.Take(Accepted(first.Id) with { Verdict = BatchVerdict.AcceptedBefore }, Now));
        Write(_book.NextBatch(Now)!);
        Assert.Equal((2, 1), (Sent().Seq, Sent().Count));
    }

    [Fact]
    public void Accepted_work_and_its_sealed_copy_go_when_the_register_has_shown_it()
    {
        var visit = Measured(8700);
        Write(_book.Save(visit));
        Write(_book.NextBatch(Now)!);
        Write(_book.Take(Accepted(_book.Pending!.Id), Now));

        Assert.Empty(_book.Unsent);
        Assert.Empty(_sealed);
        Assert.Equal(2, _book.Child(_child.Id)!.Measurements.Count);
        Write(_book.Take(Data("2", whole: false, _child with { Measurements = [.. _child.Measurements, visit.Measurement!.AsPast()] }), Now));
        Reopen();
        Assert.Empty(_book.Visits);
        Assert.Equal(2, _book.Child(_child.Id)!.Measurements.Count);
    }

    [Fact]
    public void Of_a_refused_batch_only_what_was_refused_stays_behind()
    {
        var (good, bad) = (Measured(8700), Measured(87_000));
        Write(_book.Save(good));
        Write(_book.Save(bad));
        Write(_book.NextBatch(Now)!);
        Write(_book.Take(
            new BatchAnswer { Batch = _book.Pending!.Id, Verdict = BatchVerdict.Refused, ReceivedAt = Now, Refusals = [new EntryNote(bad.Measurement!.Id, "C-020", "Berat tidak mungkin.")] }, Now));

        Assert.Equal([VisitState.Waiting, VisitState.Refused], _book.Visits.Select(visit => visit.State));
        Assert.DoesNotContain(_book.Child(_child.Id)!.Measurements, one => one.Weight == 87_000);
        Write(_book.NextBatch(Now)!);
        Assert.Equal([good.Measurement!.Id], Sent().Measurements.Select(one => one.Id));
        Assert.Equal(2, _sealed.Count);
        Write(_book.Save(Measured(8600), mended: _book.Visits[1]));
        Assert.DoesNotContain(_sealed, copy => copy.Entries.Contains(bad.Measurement.Id));
    }

    [Fact]
    public void A_batch_refused_for_itself_waits_and_says_why()
    {
        Write(_book.Save(Measured(8700)));
        Write(_book.NextBatch(Now)!);
        var pending = _book.Pending!;
        Write(_book.Take(new BatchAnswer { Batch = pending.Id, Verdict = BatchVerdict.Refused, ReceivedAt = Now, Refusals = [new EntryNote(null, "C-001", "Perbarui aplikasi.")] }, Now));

        Assert.Equal(("Perbarui aplikasi.", pending), (_book.Book.Trouble, _book.Pending));
    }

    [Fact]
    public void A_mended_measurement_strikes_the_first_one_and_both_are_sent()
    {
        var first = Measured(8700);
        Write(_book.Save(first));
        var second = Measured(8900);
        Write(_book.Save(second with { Measurement = second.Measurement! with { Replaces = first.Measurement!.Id } }));

        Assert.Equal([MeasurementState.Counts, MeasurementState.Struck, MeasurementState.Counts], _book.Child(_child.Id)!.Measurements.Select(one => one.State));
        Write(_book.NextBatch(Now)!);
        Assert.Equal(2, Sent().Measurements.Count);
        Assert.Contains(first.Measurement.Id, _book.Book.Mine);
    }

    [Fact]
    public void A_newcomer_is_in_the_list_at_once_and_its_measurement_comes_in_the_same_batch()
    {
        var id = Guid.CreateVersion7();
        Write(_book.Save(new Visit
        {
            Id = Guid.CreateVersion7(),
            At = Now,
            Child = new NewChild { Id = id, At = Now, Name = "By. Ny. Lia", Sex = Sex.Female, Birth = new(2026, 11, 10), MotherName = "Lia", HasConsent = true },
        }));
        Write(_book.Save(Measured(3400, id)));
        Reopen();

        Assert.Equal(3400, _book.Children.Single(child => child.Id == id).Measurements.Single().Weight);
        Write(_book.NextBatch(Now)!);
        Assert.Equal((1, 1), (Sent().Children.Count, Sent().Measurements.Count));
    }

    [Fact]
    public void A_child_that_moved_away_goes_and_unsent_work_about_it_is_still_sent()
    {
        Write(_book.Save(Measured(8700)));
        Write(_book.Take(Data("2", whole: false) with { Gone = [_child.Id] }, Now));
        Reopen();

        Assert.Null(_book.Child(_child.Id));
        Assert.NotNull(_book.NextBatch(Now));
    }

    [Fact]
    public void More_than_two_hundred_entries_go_in_several_batches()
    {
        for (var i = 0; i < 201; i++) Write(_book.Save(Measured(8000 + i)));

        Write(_book.NextBatch(Now)!);
        Assert.Equal(200, Sent().Count);
        Write(_book.Take(Accepted(_book.Pending!.Id), Now));
        Write(_book.NextBatch(Now)!);
        Assert.Equal(1, Sent().Count);
    }

    [Fact]
    public void A_note_of_the_server_carries_the_childs_name()
    {
        var visit = Measured(8700);
        Write(_book.Save(visit));
        Write(_book.NextBatch(Now)!);
        Write(_book.Take(Accepted(_book.Pending!.Id) with { Notes = [new EntryNote(visit.Measurement!.Id, EntryNotes.Conflict, "Sudah diukur ponsel lain.")] }, Now));
        Reopen();

        Assert.Equal(("Sitti", _child.Id), (_book.Book.Notes.Single().Name, _book.Book.Notes.Single().About));
    }

    [Fact]
    public void Yes_no_and_yes_again_on_one_day_is_yes_and_all_three_are_sent()
    {
        foreach (var yes in new[] { true, false, true })
        {
            Write(_book.Save(new Visit { Id = Guid.CreateVersion7(), At = Now, Services = [new ChildService(Guid.CreateVersion7(), _child.Id, A.Today, Now, ChildServiceKind.KiaBook, yes)] }));
            Assert.Equal(yes, DueList.Of(_book.Child(_child.Id)!, A.Today, AgeMethod.CompletedMonths)!.Book!.Yes);
        }

        Write(_book.NextBatch(Now)!);
        Assert.Equal([true, false, true], Sent().Services.Select(one => one.Yes));
    }

    /// <summary>A phone that has been offline since before a kind was added reads it with the assembly that it has: kinds are numbers, and one that it has no name for is kept, marked and asked about by nothing.</summary>
    [Fact]
    public void A_kind_that_this_app_does_not_know_yet_is_read_kept_and_marked_as_the_server_marks_it()
    {
        var later = (ChildServiceKind)200;
        Assert.False(Enum.IsDefined(later));
        var sent = JsonSerializer.Serialize(Data("2", whole: false, _child with { Services = [new PastService(new(2026, 9, 5), ChildServiceKind.KiaBook, true), new PastService(new(2026, 10, 5), later, true, "BCG")] }), FieldJson.Default.PosyanduData);
        Assert.Contains("\"kind\":8", sent, StringComparison.Ordinal);
        Assert.Contains("\"kind\":200", sent, StringComparison.Ordinal);

        Write(_book.Take(JsonSerializer.Deserialize(sent, FieldJson.Default.PosyanduData)!, Now));
        Write(_book.Save(Measured(8700)));
        Reopen();

        var child = _book.Child(_child.Id)!;
        Assert.Equal([ChildServiceKind.KiaBook, later], child.Services.Select(one => one.Kind));
        Assert.Equal(8700, DueList.Of(child, A.Today, AgeMethod.CompletedMonths)!.LastWeight!.Weight);
        Assert.Contains(NextCare.Of(child.Birth, child.Services, A.Today, A.Today).Open, vaccine => vaccine.Code == "BCG");
        var older = new OlderHistory(new(2024, 11, 25), new(2026, 10, 21));
        var (joined, agrees) = older.Join(child, _child with { Measurements = [], Older = older.Mark(_child.Measurements, child.Services) });
        Assert.True(agrees);
        Assert.Equal([ChildServiceKind.KiaBook, later], joined.Services.Select(one => one.Kind));
    }

    private Visit Measured(int weight, Guid? child = null) => new()
    {
        Id = Guid.CreateVersion7(),
        At = Now,
        Measurement = new FieldMeasurement { Id = Guid.CreateVersion7(), Child = child ?? _child.Id, Day = A.Today, At = Now, Weight = weight },
    };

    private static BatchAnswer Accepted(Guid batch) => new() { Batch = batch, Verdict = BatchVerdict.Accepted, ReceivedAt = Now };

    private static PosyanduData Data(string cursor, bool whole, params FieldChild[] children) =>
        new() { IsWhole = whole, Cursor = cursor, Clock = Now, Posyandu = Posyandu, Children = children };

    private Batch Sent() => JsonSerializer.Deserialize(_book.Pending!.Payload, FieldJson.Default.Batch)!;

    /// <summary>What vault.js does with a step.</summary>
    private void Write(Step step)
    {
        foreach (var put in step.Put)
        {
            if (put.Value is null) _safe.Remove(put.Key);
            else _safe[put.Key] = put.Value;
        }

        _sealed.RemoveAll(copy => copy.Entries.All(step.Sent.Contains));
        _sealed.AddRange(step.Seals);
        Assert.Equal(_book.Unsent.Count(), step.Unsent);
        Assert.Equal(step.Unsent == 0, step.Oldest == 0);
    }

    private void Reopen()
    {
        using var records = JsonDocument.Parse("[" + string.Join(',', _safe.Select(pair => $"{{\"key\":{JsonSerializer.Serialize(pair.Key)},\"value\":{pair.Value}}}")) + "]");
        _book = Workbook.Open(records.RootElement)!;
    }
}
