using System.Text.Json;
using Lakudo.Field;
using Lakudo.Field.Phone;

namespace Lakudo.Posyandu.Phone;

/// <summary>The open app: the workbook while it is unlocked, and the one line in which its steps are written.</summary>
internal sealed partial class Desk(TimeProvider time)
{
    private const int LockAfter = 5 * 60_000;
    private const int HandInAtOnce = 50;
    private readonly SemaphoreSlim _line = new(1, 1);
    private readonly Dictionary<Guid, (FieldChild Child, DateOnly Day, DueChild? Due)> _due = [];

    /// <summary>Something on screen may have changed.</summary>
    public event Action? Changed;

    /// <summary>Counts the changes; screens that take it as a parameter show the newest.</summary>
    public int Version { get; private set; }

    /// <summary>What is known without the PIN; null until first asked.</summary>
    public VaultState? State { get; private set; }

    /// <summary>The workbook; null while locked.</summary>
    public Workbook? Workbook { get; private set; }

    /// <summary>Whether something is being sent or fetched.</summary>
    public bool IsSyncing { get; private set; }

    /// <summary>How the last sending went, for the cadre.</summary>
    public string? SyncNote { get; private set; }

    /// <summary>What was typed and not yet saved, by child; lives through a lock and a reload.</summary>
    public Dictionary<Guid, Dictionary<string, string>> Drafts { get; } = [];

    /// <summary>The moment by this phone (UTC).</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The day of the posyandu: this phone's clock in the region's zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.AddMinutes(Workbook?.Book.Posyandu.UtcOffsetMinutes ?? 480));

    /// <summary>The children of the day in order of risk; only those that changed are read anew.</summary>
    public IReadOnlyList<DueChild> Due()
    {
        if (Workbook is not { } workbook) return [];
        var today = Today;
        List<DueChild> due = [];
        foreach (var child in workbook.Children)
        {
            if (!_due.TryGetValue(child.Id, out var known) || !ReferenceEquals(known.Child, child) || known.Day != today)
                _due[child.Id] = known = (child, today, DueList.Of(child, today, workbook.Book.Posyandu.Reporting));
            if (known.Due is { } one) due.Add(one);
        }

        return DueList.InOrder(due);
    }

    /// <summary>Looks at the safe and watches for idleness and for a signal.</summary>
    public async Task Start()
    {
        await Look();
        _ = TellForgotten();
        _ = Watch();
    }

    /// <summary>Registers this phone by the code of the puskesmas; a text when that did not work.</summary>
    public async Task<string?> Register(string code, string pin)
    {
        // What an earlier registration left is handed in under its own name first; what the server does not take stays for the file.
        if (State is { Stage: "lost", Sealed: > 0 }) await HandInSealed();
        var keys = JsonSerializer.Deserialize(await Vault.PhoneKeys(), AppJson.Default.NewKeys)!;
        var ask = new RegisterDevice(code, keys.ReadKey, Handset.Model(), Now) { HandInKey = keys.HandInKey, Secret = keys.Secret };
        var answer = await Answered(Vault.Post("register", JsonSerializer.Serialize(ask, FieldJson.Default.RegisterDevice)));
        if (answer.Status != 200) return Trouble(answer);
        var registered = JsonSerializer.Deserialize(answer.Text, FieldJson.Default.DeviceRegistered)!;
        await Vault.Create(pin, answer.Text);
        Workbook = new Workbook(new PhoneBook { Device = registered.Device, Cadre = registered.Cadre, Posyandu = registered.Posyandu });
        await Write(Workbook.Begin());
        await Look();
        await Sync();
        return null;
    }

    /// <summary>Tries a PIN: <c>open</c>, <c>wrong</c>, <c>wait</c> or <c>lost</c>.</summary>
    public async Task<string> Unlock(string pin)
    {
        var outcome = await Vault.Unlock(pin);
        if (outcome == "open")
        {
            using var records = JsonDocument.Parse(await Vault.ReadAll());
            Workbook = Workbook.Open(records.RootElement, Vault.Compartments() != "today");
            Drafts.Clear();
            foreach (var record in records.RootElement.EnumerateArray())
            {
                if (record.GetProperty("key").GetString() is { } key && key.StartsWith("draft:", StringComparison.Ordinal))
                    Drafts[Guid.Parse(key.AsSpan(6))] = record.GetProperty("value").Deserialize(PhoneJson.Default.DictionaryStringString)!;
            }
        }

        await Look();
        if (outcome == "open") _ = OpenHistory();
        else await TellForgotten();
        return outcome;
    }

    /// <summary>Locks at once.</summary>
    public async Task Lock()
    {
        Vault.Lock();
        _due.Clear();
        Workbook = null;
        Drafts.Clear();
        await Look();
    }

    /// <summary>Gives the safe up; sealed copies of unsent work stay.</summary>
    public async Task Forget()
    {
        await Vault.Forget();
        Workbook = null;
        Drafts.Clear();
        await Look();
        await TellForgotten();
    }

    /// <summary>Writes a step of the workbook, one after the other.</summary>
    public async Task Write(Step step)
    {
        await Keep(step);
        await Look();
    }

    /// <summary>Keeps what was typed for a child and not yet saved.</summary>
    public async Task KeepDraft(Guid child, Dictionary<string, string> draft)
    {
        if (Workbook is null) return;
        Drafts[child] = draft;
        await Keep(Workbook.Noting(RecordKeys.OfDraft(child), JsonSerializer.Serialize(draft, PhoneJson.Default.DictionaryStringString)));
    }

    /// <summary>Saves what was entered for a child; what was typed for it goes with the same step.</summary>
    public async Task Save(Visit visit, Visit? mended, Guid child)
    {
        var step = Workbook!.Save(visit, mended);
        if (Drafts.Remove(child)) step.Put.Add(new Put(RecordKeys.OfDraft(child), null));
        await Keep(step);
        await Look();
    }

    private async Task Keep(Step step)
    {
        await _line.WaitAsync();
        try
        {
            await Vault.Save(JsonSerializer.Serialize(step, PhoneJson.Default.Step));
        }
        finally
        {
            _line.Release();
        }
    }

    /// <summary>Hands the sealed copies to the puskesmas, after a wipe or a forgotten PIN; a text of how it went.</summary>
    public async Task<string> HandInSealed()
    {
        var count = 0;
        var copies = JsonSerializer.Deserialize(await Vault.Sealed(), AppJson.Default.ListSealedCopy)!;
        foreach (var part in copies.Where(copy => copy.Device == State!.Device).Select(copy => copy.Batch).Chunk(HandInAtOnce))
        {
            var answer = await Answered(Vault.HandIn(JsonSerializer.Serialize(new HandInSealed(Now, part) { HasForgotten = true }, FieldJson.Default.HandInSealed)));
            if (answer.Status != 200) return Trouble(answer);
            var kept = JsonSerializer.Deserialize(answer.Text, FieldJson.Default.SealedKept)!.Kept;
            await Vault.DropSealed(JsonSerializer.Serialize([.. kept], AppJson.Default.ListGuid));
            count += kept.Count;
        }

        await Look();
        return $"{count} catatan sudah diterima puskesmas.";
    }

    /// <summary>Changes the PIN: <c>changed</c>, <c>wrong</c>, <c>wait</c>, <c>lost</c> or <c>failed</c>. After <c>wait</c> and <c>lost</c> it is locked.</summary>
    public async Task<string> ChangePin(string old, string fresh)
    {
        var outcome = await Vault.ChangePin(old, fresh);
        if (outcome is "wait" or "lost" or "nosignal") await Lock();
        else await Look();
        return outcome;
    }

    /// <summary>Looks at the safe again.</summary>
    public async Task Look()
    {
        State = JsonSerializer.Deserialize(await Vault.State(), AppJson.Default.VaultState);
        Tell();
    }

    private void Tell()
    {
        Version++;
        Changed?.Invoke();
    }

    private async Task Watch()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5), time);
        for (var tick = 1; await timer.WaitForNextTickAsync(); tick++)
        {
            if (Workbook is null) continue;
            if (Vault.Idle() >= LockAfter) await Lock();
            else if (tick % 12 == 0 && Workbook.ToSend.Any()) await Sync();
        }
    }
}
