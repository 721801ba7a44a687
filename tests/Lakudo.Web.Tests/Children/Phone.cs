using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Lakudo.Field;
using Lakudo.Field.Protection;

namespace Lakudo.Web.Tests.Children;

/// <summary>A cadre's registered phone over HTTP: it signs as the app does.</summary>
internal sealed class Phone(HttpClient http, ECDsa key, DeviceRegistered registered) : IDisposable
{
    internal const string Api = "posyandu/api/";

    public Guid Id => registered.Device;

    public Guid Posyandu => registered.Posyandu.Id;

    public RegionKey RegionKey => registered.RegionKey;

    public static async Task<Phone> Register(RunningLakudo lakudo, StaffSession staff, string posyandu)
    {
        var id = Regex.Match(await staff.Http.GetStringAsync("petugas/posyandu"), $"href=\"petugas/posyandu/([0-9a-f-]{{36}})\">{posyandu}<").Groups[1].Value;
        var code = Regex.Match(await staff.Post($"petugas/posyandu/{id}", "kode"), "fs-3\">([A-Z0-9]{4} [A-Z0-9]{4})<").Groups[1].Value;
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var http = lakudo.Browser();
        using var answer = await http.PostAsJsonAsync(Api + "register", new RegisterDevice(code, key.ExportSubjectPublicKeyInfo(), "Uji", DateTime.UnixEpoch), FieldJson.Default.RegisterDevice);
        return new Phone(http, key, (await answer.Content.ReadFromJsonAsync(FieldJson.Default.DeviceRegistered))!);
    }

    public Signed Sign(Batch batch) => Signing.Sign(Id, batch, FieldJson.Default.Batch, key);

    /// <summary>Sends a batch to the program that gave the code, or to the one that took its place.</summary>
    public async Task<BatchAnswer> Send(Batch batch, HttpClient? to = null)
    {
        using var answer = await (to ?? http).PostAsJsonAsync(Api + "batches", Sign(batch), FieldJson.Default.Signed);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync(FieldJson.Default.BatchAnswer))!;
    }

    public async Task<PosyanduData> Ask(string? since, HttpClient? of = null)
    {
        using var answer = await (of ?? http).PostAsJsonAsync(Api + "changes", Signing.Sign(Id, new AskChanges(since, DateTime.UnixEpoch), FieldJson.Default.AskChanges, key), FieldJson.Default.Signed);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync(FieldJson.Default.PosyanduData))!;
    }

    public void Dispose()
    {
        http.Dispose();
        key.Dispose();
    }
}
