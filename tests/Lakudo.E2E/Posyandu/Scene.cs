using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Lakudo.Children.Cases;
using Lakudo.Children.Network;
using Lakudo.Children.Phones;
using Lakudo.Field;
using Lakudo.Field.Protection;
using Lakudo.Growth;
using Lakudo.Kernel;
using Lakudo.Web.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Position = Lakudo.Growth.Position;

namespace Lakudo.E2E.Posyandu;

/// <summary>A posyandu of its own in the running sample: its cadre, its children with their history, and codes for phones.</summary>
internal sealed class Scene
{
    /// <summary>The day of these tests on every phone; the running sample's clock began on it at nine.</summary>
    public static readonly DateOnly Today = new(2026, 11, 25);

    /// <summary>The first of the sample's areas after its seven districts.</summary>
    private const int KelurahanLakudo = 8;

    public const string Pin = "274915";

    private readonly RunningLakudo _lakudo;
    private readonly Guid _posyandu = Guid.CreateVersion7();
    private readonly Guid _cadre = Guid.CreateVersion7();

    private Scene(RunningLakudo lakudo) => _lakudo = lakudo;

    /// <summary>Children by name: the day of birth and their weighings (month of 2026, grams), height where measured.</summary>
    public static async Task<Scene> Make(RunningLakudo lakudo, params NewChild[] children)
    {
        var scene = new Scene(lakudo);
        await using var scope = lakudo.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var by = Caller.System(1);
        Assert.False((await services.GetRequiredService<SetUpNetwork>().Run(by, new([new(901, "Puskesmas Lakudo")], [new(scene._posyandu, "Posyandu Melati 1", KelurahanLakudo, 901, 25)]))).IsRefused);
        Assert.False((await services.GetRequiredService<AppointHealthWorkers>().Run(by, new([new(scene._cadre, Profession.Cadre, "Wa Ode Hasnah", Posyandu: [scene._posyandu])]))).IsRefused);
        if (children.Length > 0) await scene.Seed(children);
        return scene;
    }

    /// <summary>A code for a phone of this posyandu's cadre.</summary>
    public async Task<string> Code()
    {
        await using var scope = _lakudo.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<GivePhoneCode>().Run(Caller.System(1), new(_posyandu, _cadre))).Value.Code;
    }

    /// <summary>Orders every phone of this posyandu's cadre that has this id to forget.</summary>
    public async Task Wipe(Guid phone)
    {
        await using var scope = _lakudo.Services.CreateAsyncScope();
        Assert.False((await scope.ServiceProvider.GetRequiredService<WipePhone>().Run(Caller.System(1), new(phone))).IsRefused);
    }

    /// <summary>The puskesmas sends a child on; its nutritionist is appointed for it.</summary>
    public async Task Refer(Guid child)
    {
        var gizi = new Caller(1, Guid.CreateVersion7(), [new Assignment(Role.Nutritionist, 1)]);
        await using var scope = _lakudo.Services.CreateAsyncScope();
        Assert.False((await scope.ServiceProvider.GetRequiredService<AppointHealthWorkers>().Run(Caller.System(1), new([new(Guid.CreateVersion7(), Profession.Nutritionist, "Nurul", gizi.Id, Puskesmas: [901])]))).IsRefused);
        Assert.False((await scope.ServiceProvider.GetRequiredService<ReferChild>().Run(gizi, new(child, ReferralPlace.Puskesmas, "Puskesmas Lakudo", "Berat tidak naik dua bulan", Today.AddDays(7)))).IsRefused);
    }

    /// <summary>The id under which this page is registered.</summary>
    public static async Task<Guid> Device(IPage page) =>
        Guid.Parse(await page.EvaluateAsync<string>("async () => (await (await import('/posyandu/js/store.js')).get('meta', 'phone')).device"));

    /// <summary>The puskesmas releases what a phone handed in sealed; how many batches it was.</summary>
    public async Task<int> Release(IPage page)
    {
        var phone = await Device(page);
        await using var scope = _lakudo.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ReleaseSealed>().Run(Caller.System(1), new(phone))).Value.Entered;
    }

    /// <summary>What the register holds now, as another phone is told.</summary>
    public async Task<PosyanduData> Register()
    {
        var (http, key, phone) = await Simulated();
        using (http)
        {
            using (key) return await Ask(http, "changes", Signing.Sign(phone, new AskChanges(null, DateTime.UnixEpoch), FieldJson.Default.AskChanges, key), FieldJson.Default.PosyanduData);
        }
    }

    /// <summary>A phone in the hand of the cadre: registered with a PIN, its list loaded.</summary>
    public async Task<IPage> Phone(Browser browser) => await Phone(await browser.Page(360, 640));

    /// <summary>The same on a page that is open already.</summary>
    public async Task<IPage> Phone(IPage page)
    {
        await page.Clock.InstallAsync(new() { TimeDate = Today.ToDateTime(new TimeOnly(1, 30), DateTimeKind.Utc) });
        await page.GotoAsync("posyandu/");
        await page.Locator("#kode").FillAsync(await Code(), new() { Timeout = 60_000 });
        await page.FillAsync("#pin", Pin);
        await page.FillAsync("#pin2", Pin);
        await page.ClickAsync("button.main");
        await page.WaitForSelectorAsync("h1:has-text('Hari posyandu')");
        // The list is on its way until the band that says so is gone.
        await page.WaitForSelectorAsync("main .band", new() { State = WaitForSelectorState.Detached });
        return page;
    }

    /// <summary>Opens the locked app.</summary>
    public static async Task Unlock(IPage page)
    {
        await page.FillAsync("#pin", Pin);
        await page.ClickAsync("button.main");
        await page.WaitForSelectorAsync("nav.tabs");
    }

    /// <summary>Sends from the third tab and waits for a line of news.</summary>
    public static async Task<string> Send(IPage page)
    {
        await page.ClickAsync("nav.tabs >> text=Kirim");
        await page.ClickAsync("button.main");
        return (await page.Locator("#kabar").TextContentAsync())!;
    }

    /// <summary>A child of ten months (born on 10 January 2026).</summary>
    public static NewChild Child(string name, string mother, Sex sex = Sex.Female, DateOnly? birth = null) => new()
    {
        Id = Guid.CreateVersion7(),
        At = DateTime.UnixEpoch,
        Name = name,
        Sex = sex,
        Birth = birth ?? new DateOnly(2026, 1, 10),
        MotherName = mother,
        HasConsent = true,
    };

    /// <summary>Sends weighings of a child as another phone did months ago.</summary>
    public async Task Weighed(NewChild child, params (DateOnly Day, int Weight, int? Height)[] visits)
    {
        var (http, key, phone) = await Simulated();
        using (http)
        {
            using (key)
            {
                foreach (var part in visits.Chunk(150))
                {
                    var answer = await Ask(http, "batches", Signing.Sign(phone, BatchOf(phone, [], [.. part.Select(visit => new FieldMeasurement
                    {
                        Id = Guid.CreateVersion7(), Child = child.Id, Day = visit.Day, At = DateTime.UnixEpoch, Weight = visit.Weight, Height = visit.Height, Position = visit.Height is null ? null : Position.Lying,
                    })]), FieldJson.Default.Batch, key), FieldJson.Default.BatchAnswer);
                    Assert.Equal(BatchVerdict.Accepted, answer.Verdict);
                }
            }
        }
    }

    private async Task Seed(NewChild[] children)
    {
        var (http, key, phone) = await Simulated();
        using (http)
        {
            using (key)
            {
                var answer = await Ask(http, "batches", Signing.Sign(phone, BatchOf(phone, children, []), FieldJson.Default.Batch, key), FieldJson.Default.BatchAnswer);
                Assert.Equal(BatchVerdict.Accepted, answer.Verdict);
            }
        }
    }

    private Batch BatchOf(Guid phone, NewChild[] children, FieldMeasurement[] measurements) => new()
    {
        Id = Guid.CreateVersion7(),
        Device = phone,
        Posyandu = _posyandu,
        Seq = 1,
        Clock = DateTime.UnixEpoch,
        Children = children,
        Measurements = measurements,
    };

    private async Task<(HttpClient Http, ECDsa Key, Guid Phone)> Simulated()
    {
        var http = new HttpClient { BaseAddress = _lakudo.Address };
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var registered = await Ask(http, "register", new RegisterDevice(await Code(), key.ExportSubjectPublicKeyInfo(), "Uji", DateTime.UnixEpoch), FieldJson.Default.DeviceRegistered);
        return (http, key, registered.Device);
    }

    private static async Task<TAnswer> Ask<TAsked, TAnswer>(HttpClient http, string path, TAsked asked, System.Text.Json.Serialization.Metadata.JsonTypeInfo<TAnswer> type)
    {
        using var answer = await http.PostAsync($"posyandu/api/{path}", JsonContent.Create(asked, FieldJson.Default.Options.GetTypeInfo(typeof(TAsked))));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize(text, type)!;
    }
}
