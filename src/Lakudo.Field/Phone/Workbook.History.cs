using System.Text.Json;

namespace Lakudo.Field.Phone;

/// <summary>The two compartments of the safe: the list of the day with last values, which the PIN alone opens, and the history, which needs the server's share of its key.</summary>
public sealed partial class Workbook
{
    /// <summary>Whether the children are here with their history; otherwise with their last values only.</summary>
    public bool HasHistory { get; private set; } = true;

    /// <summary>The history was opened: the children are whole from now on.</summary>
    public void AddHistory(JsonElement records)
    {
        foreach (var record in records.EnumerateArray())
        {
            if (RecordKeys.IsChild(record.GetProperty("key").GetString()!)) Keep(record.GetProperty("value").Deserialize(FieldJson.Default.FieldChild)!);
        }

        HasHistory = true;
        _shown.Clear();
    }

    /// <summary>Everything anew, for a safe that gets its two compartments.</summary>
    /// <param name="now">The phone's clock (UTC).</param>
    public Step Divide(DateTime now)
    {
        var step = new Step();
        foreach (var child in _children.Values) Store(child, step, now);
        foreach (var pregnancy in _pregnancies.Values) Store(pregnancy, step);
        for (var i = 0; i < _visits.Count; i++) Change(i, _visits[i], step);
        return Written(step);
    }

    /// <summary>The whole child goes to the history, its last values to the list of the day.</summary>
    private void Store(FieldChild child, Step step, DateTime now)
    {
        step.Put.Add(new Put(RecordKeys.OfChild(child.Id), JsonSerializer.Serialize(child, FieldJson.Default.FieldChild)) { IsHistory = true });
        step.Put.Add(new Put(RecordKeys.OfToday(child.Id), JsonSerializer.Serialize(TodayChild.Of(child, DateOnly.FromDateTime(now.AddMinutes(Book.Posyandu.UtcOffsetMinutes)), Book.Posyandu.Reporting), FieldJson.Default.FieldChild)));
    }

    private static void Store(FieldPregnancy pregnancy, Step step) =>
        step.Put.Add(new Put(RecordKeys.OfPregnancy(pregnancy.Id), JsonSerializer.Serialize(pregnancy, FieldJson.Default.FieldPregnancy)));

    private static void Drop(Guid child, Step step) => step.Put.AddRange([new Put(RecordKeys.OfChild(child), null), new Put(RecordKeys.OfToday(child), null)]);
}
