using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lakudo.Kernel;

namespace Lakudo.Privacy.Requests;

/// <summary>Writes the copy for a person: <c>baca-saya.html</c> for the eyes, <c>data.json</c> for a machine, and the files.</summary>
internal static class PersonArchive
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static async Task Write(Stream to, string region, DateTime at, IReadOnlyList<PersonalSection> told, CancellationToken ct)
    {
        await using var archive = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: Encoding.UTF8, ct);
        var missing = new List<string>();
        foreach (var file in told.SelectMany(s => s.Files))
        {
            var opened = file.Open();
            if (opened.IsRefused)
            {
                missing.Add(file.Name);
                continue;
            }

            await using var content = opened.Value;
            // Scans and signed documents are compressed already.
            await using var entry = await archive.CreateEntry("berkas/" + file.Name, CompressionLevel.NoCompression).OpenAsync(ct);
            await content.CopyToAsync(entry, ct);
        }

        var when = at.ToString("d MMMM yyyy, HH'.'mm", Formats.Indonesian);
        await Put(archive, "data.json", JsonSerializer.Serialize(new
        {
            wilayah = region,
            dibuat = at.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
            bagian = told.Select(s => new { judul = s.Title, isi = s.Lines.Select(l => new { nama = l.Name, nilai = l.Value }), berkas = s.Files.Select(f => "berkas/" + f.Name) }),
            berkas_tidak_ditemukan = missing,
        }, Json), ct);
        await Put(archive, "baca-saya.html", Page(region, when, told, missing), ct);
    }

    private static async Task Put(ZipArchive archive, string name, string text, CancellationToken ct)
    {
        await using var entry = await archive.CreateEntry(name).OpenAsync(ct);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
    }

    private static string Page(string region, string when, IReadOnlyList<PersonalSection> told, IReadOnlyList<string> missing)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html><html lang=\"id\"><head><meta charset=\"utf-8\"><title>Data pribadi Anda</title><style>body{font:16px/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}");
        html.Append("dt{color:#555}dd{margin:0 0 .6rem;white-space:pre-wrap}h2{border-bottom:1px solid #ccc;margin-top:2rem}</style></head><body><h1>Data pribadi Anda</h1>");
        html.Append("<p>Inilah semua data tentang Anda yang disimpan ").Append(Text(region)).Append(" dalam Lakudo per ").Append(when).Append(". Isi yang sama untuk dibaca mesin ada di <code>data.json</code>.</p>");
        if (told.Count == 0) html.Append("<p>Tidak ada data tentang Anda yang disimpan.</p>");
        foreach (var section in told)
        {
            html.Append("<h2>").Append(Text(section.Title)).Append("</h2><dl>");
            foreach (var line in section.Lines) html.Append("<dt>").Append(Text(line.Name)).Append("</dt><dd>").Append(Text(line.Value)).Append("</dd>");
            html.Append("</dl>");
            foreach (var file in section.Files.Where(f => !missing.Contains(f.Name))) html.Append("<p><a href=\"berkas/").Append(Text(file.Name)).Append("\">").Append(Text(file.Name)).Append("</a></p>");
        }

        if (missing.Count > 0) html.Append("<p>Tercatat tetapi tidak ditemukan di penyimpanan: ").Append(Text(string.Join(", ", missing))).Append(".</p>");
        html.Append("<h2>Hak Anda</h2><p>Anda berhak meminta perbaikan dan penghapusan, dan mengadu bila data Anda dipakai tidak semestinya (UU 27/2022). Sampaikan kepada petugas PDP dengan membawa KTP.</p></body></html>");
        return html.ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
