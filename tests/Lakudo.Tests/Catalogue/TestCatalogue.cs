using System.Collections.Immutable;
using System.Text;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Catalogue;

/// <summary>A database with one region and what the catalogue's verbs need.</summary>
internal sealed class TestCatalogue : IAsyncDisposable, IDbContextFactory<LakudoDb>
{
    private const string Header = "code,name,agency,category,legal_basis,working_days,fee_idr,requirements,output,source,confidence,notes,who_issues,life_events,promise,sample";
    private readonly TestDatabase _database;

    private TestCatalogue(TestDatabase database)
    {
        _database = database;
        Edition = new(this);
    }

    public CatalogueEdition Edition { get; }

    public Clock Clock { get; } = new(new MovableTime());

    public Caller Admin { get; } = Staff(Role.RegionAdmin);

    public static Caller Staff(Role role, int? agency = null) => new(1, Guid.CreateVersion7(), [new Assignment(role, 1, Agency: agency)]);

    public static async Task<TestCatalogue> Create(Vendor vendor, bool sample = true)
    {
        var catalogue = new TestCatalogue(await TestDatabase.Create(vendor));
        var command = new FoundRegion.Command("74.14", "Kabupaten Buton Tengah", "Asia/Makassar", sample, new DateOnly(2025, 1, 1), []);
        await using var db = catalogue.CreateDbContext();
        Assert.False((await new FoundRegion(db, catalogue.Commit(db)).Run(Caller.System(1), command)).IsRefused);
        return catalogue;
    }

    public static byte[] Csv(params string[] rows) => Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(Header)) + "\n");

    public static string Row(string code = "DKC-001", string name = "KTP-el baru", string agency = "Dinas Sosial", string category = "Sosial", string days = "1",
        string fee = "0", string requirements = "Kartu Keluarga;Akta", string who = "nasional", string events = "", string promise = "", string sample = "contoh") =>
        $"{code},{name},{agency},{category},UU 1/2026,{days},{fee},{requirements},KTP-el,uji,medium,,{who},{events},{promise},{sample}";

    public static byte[] Sample()
    {
        using var stream = DataFile.Open("catalogue/services.csv");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public LakudoDb CreateDbContext() => _database.Open();

    public LakudoDb Read() => _database.Open().As(Caller.System(1));

    public async Task<Outcome<ImportCatalogue.Report>> Import(byte[] file, Caller? by = null)
    {
        await using var db = CreateDbContext();
        return await new ImportCatalogue(db, Commit(db), Clock, Edition).Run(by ?? Admin, new(file));
    }

    public async Task<Outcome<Done>> Confirm(Guid service, Caller by, string decree = "12/SK/2026", DateOnly? date = null)
    {
        await using var db = CreateDbContext();
        return await new ConfirmService(db, Commit(db), Clock, Edition).Run(by, new(service, decree, date ?? new DateOnly(2026, 1, 5)));
    }

    public async Task<Outcome<int>> Edit(EditService.Command command, Caller by)
    {
        await using var db = CreateDbContext();
        return await new EditService(db, Commit(db), Clock, Edition).Run(by, command);
    }

    public async Task<ServiceCard> Card(string code) => (await Edition.Of(1)).Find(code)!;

    public async Task<int> Facts(string fact)
    {
        await using var db = Read();
        return await db.JournalEntries.CountAsync(e => e.Fact == fact);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    internal WriterLane Lane => _database.Lane;

    internal Commit Commit(LakudoDb db) => new(db, Clock, _database.Lane);
}
