using System.Runtime.InteropServices.JavaScript;
using System.Text.Json;
using Lakudo.Field;
using Lakudo.Field.Phone;

namespace Lakudo.Posyandu.Phone;

/// <summary>What the open app says to the server, and what it asks of it.</summary>
internal sealed partial class Desk
{
    private const string NoSignal = "Belum ada sinyal. Data tetap aman di ponsel dan dikirim nanti.";

    /// <summary>Sends what waits and fetches what is new. Safe to call at any time, and to be cut at any time.</summary>
    public async Task Sync()
    {
        if (IsSyncing || Workbook is not { } workbook) return;
        IsSyncing = true;
        SyncNote = null;
        Tell();
        try
        {
            SyncNote = await Divided(workbook) is { } order ? order : await Exchange(workbook);
        }
        catch (Exception fault) when (fault is JsonException or JSException)
        {
            SyncNote = "Jawaban server tidak terbaca. Data tetap aman di ponsel; coba lagi nanti.";
        }
        finally
        {
            IsSyncing = false;
            await Look();
        }
    }

    /// <summary>Opens the history where there is a signal; without one the app works on with the list of the day.</summary>
    public async Task OpenHistory()
    {
        if (IsSyncing || Workbook is not { HasHistory: false } workbook) return;
        try
        {
            var opened = await Vault.OpenHistory();
            if (opened == "lost") await Wiped();
            else if (opened == "open" && ReferenceEquals(workbook, Workbook)) await AddHistory(workbook);
        }
        catch (JSException)
        {
            // Locked meanwhile.
        }
    }

    /// <summary>Says to the server that this phone cannot open its records any more, so that nobody who took its keys can: once, as soon as there is a signal.</summary>
    public async Task TellForgotten()
    {
        if (State is not { Stage: "lost", IsTold: false }) return;
        var answer = await Answered(Vault.HandIn(JsonSerializer.Serialize(new HandInSealed(Now, []) { HasForgotten = true }, FieldJson.Default.HandInSealed)));
        if (answer.Status != 200) return;
        await Vault.Told();
        await Look();
    }

    private async Task AddHistory(Workbook workbook)
    {
        if (workbook.HasHistory) return;
        using var records = JsonDocument.Parse(await Vault.ReadHistory());
        workbook.AddHistory(records.RootElement);
        await Look();
    }

    /// <summary>Gives a safe of an earlier edition its two keys and two compartments. A text where that was the end; null where sending goes on, with the old key where the server could not answer.</summary>
    private async Task<string?> Divided(Workbook workbook)
    {
        if (Vault.Compartments() != "former") return null;
        var answer = await Answered(Vault.ChangeKeys());
        if (answer.Status != 200) return answer.Status == 0 ? NoSignal : null;
        if (JsonSerializer.Deserialize(answer.Text, FieldJson.Default.KeysChanged)!.Order == DeviceOrder.Wipe) return await Wiped();
        await _line.WaitAsync();
        try
        {
            var step = workbook.Divide(Now);
            foreach (var (child, draft) in Drafts) step.Put.Add(new Put(RecordKeys.OfDraft(child), JsonSerializer.Serialize(draft, PhoneJson.Default.DictionaryStringString)));
            await Vault.Divide(JsonSerializer.Serialize(step, PhoneJson.Default.Step), answer.Text);
        }
        finally
        {
            _line.Release();
        }

        return null;
    }

    private async Task<string> Exchange(Workbook workbook, int again = 1)
    {
        while (true)
        {
            if (workbook.NextBatch(Now) is { } step) await Write(step);
            if (workbook.Pending is not { } pending) break;
            var answer = await Answered(Vault.Send("batches", pending.Payload));
            if (answer.Status != 200) return Trouble(answer);
            var taken = JsonSerializer.Deserialize(answer.Text, FieldJson.Default.BatchAnswer)!;
            await Write(workbook.Take(taken, Now));
            if (taken.Order == DeviceOrder.Wipe) return await Wiped();
            if (workbook.Pending?.Id == pending.Id) return workbook.Book.Trouble ?? "Server belum menerima kiriman.";
        }

        // What is new is laid over the whole children; their history opens with a signal only, which is here now.
        if (!workbook.HasHistory)
        {
            var opened = await Vault.OpenHistory();
            if (opened == "lost") return await Wiped();
            if (opened != "open") return opened == "nosignal" ? NoSignal : "Server belum membuka riwayat di ponsel ini. Data tetap aman; coba lagi nanti.";
            await AddHistory(workbook);
        }

        var changes = await Answered(Vault.Send("changes", JsonSerializer.Serialize(workbook.Question(Now), FieldJson.Default.AskChanges)));
        if (changes.Status != 200) return Trouble(changes);
        var data = JsonSerializer.Deserialize(changes.Text, FieldJson.Default.PosyanduData)!;
        if (data.Order == DeviceOrder.Wipe) return await Wiped();
        if (data.Order == DeviceOrder.LoadAgain && workbook.Book.Cursor is not null)
        {
            await Write(workbook.LoadAgain());
            return await Exchange(workbook);
        }

        await Write(workbook.Take(data, Now));
        // A child that came whole agrees, so this ends; what has just changed anew is asked for with the next sending.
        return workbook.Book.Wanted.Count > 0 && data.Older is not null && --again >= 0 ? await Exchange(workbook, again) : "Semua sudah terkirim.";
    }

    private async Task<string> Wiped()
    {
        await Forget();
        return "Ponsel ini dihentikan oleh puskesmas.";
    }

    private static async Task<Answer> Answered(Task<string> sending) => JsonSerializer.Deserialize(await sending, AppJson.Default.Answer)!;

    private static string Trouble(Answer answer)
    {
        if (answer.Status == 0) return NoSignal;
        try
        {
            if (JsonSerializer.Deserialize(answer.Text, AppJson.Default.Problem) is { } problem && (problem.Detail ?? problem.Title) is { Length: > 0 } text) return text;
        }
        catch (JsonException)
        {
        }

        return $"Server sedang tidak dapat menerima ({answer.Status}). Data tetap aman di ponsel.";
    }
}
