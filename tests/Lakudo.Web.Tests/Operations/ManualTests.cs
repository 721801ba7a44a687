using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Lakudo.Testing;
using Lakudo.Web.Backups;
using Lakudo.Web.Host;
using Lakudo.Web.Https;

namespace Lakudo.Web.Tests.Operations;

/// <summary>The manual, tried as a new officer would: every command in it is typed, in its order, and every setting in it is one.</summary>
public sealed partial class ManualTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("lakudo-manual-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Every_command_of_the_manual_runs_in_its_order_on_a_real_installation()
    {
        await using var postgres = await TestDatabase.Empty(Vendor.Postgres);
        using var officer = new Officer(_root, postgres.Place);
        Assert.Equal(0, (await officer.Install()).Code);
        var typed = 0;
        foreach (var command in Blocks("operate.md", "sh"))
        {
            var (code, told) = await officer.Type(command);
            // The doctor ends with 1 as long as something is wrong, and on a fresh machine something is.
            Assert.True(code == 0 || (code == 1 && command.StartsWith("lakudo doctor", StringComparison.Ordinal)), $"{command} ended with {code}: {told}");
            Assert.DoesNotContain("Exception", told, StringComparison.Ordinal);
            typed++;
        }

        Assert.True(typed > 25);
        // What an officer who ends with the move and goes on finds: the same journal, whole, in PostgreSQL.
        Assert.Contains("Jurnal utuh", (await officer.Type($"lakudo journal verify \"--Lakudo:Database=postgres:{postgres.Place}\"")).Told, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_languages_give_the_same_commands_and_settings_and_every_setting_is_one()
    {
        Assert.Equal(Blocks("operate.md", "sh"), Blocks("operate.en.md", "sh"));
        Assert.Equal(Blocks("operate.md", "ini"), Blocks("operate.en.md", "ini"));
        var known = new Dictionary<string, Type> { ["Lakudo"] = typeof(Settings), ["Https"] = typeof(HttpsSettings), ["Backup"] = typeof(BackupSettings) };
        var settings = Blocks("operate.md", "ini").Concat(Setting().Matches(Text("operate.md")).Select(m => m.Groups[1].Value)).Select(l => l.Split('=')[0]).Distinct().ToList();
        Assert.True(settings.Count > 8);
        foreach (var setting in settings.Where(s => s is not ("LAKUDO_URLS" or "OTEL_EXPORTER_OTLP_ENDPOINT")))
        {
            var parts = setting.Split("__");
            Assert.True(parts.Length == 2 && known[parts[0]].GetProperty(parts[1]) is not null, $"{setting} is no setting.");
        }
    }

    [Fact]
    public void The_settings_of_each_way_to_HTTPS_let_a_server_start_and_every_link_leads_somewhere()
    {
        var (certificate, key) = MadeCertificateFor("mpp.contoh.go.id");
        foreach (var way in Fenced("operate.md", "ini"))
        {
            var values = way.Select(l => l.Split('=', 2)).ToDictionary(l => l[0], l => l[1].Trim('"'));
            string Value(string name) => values.GetValueOrDefault($"Https__{name}", "");
            var https = new HttpsSettings { Way = Value("Way"), Certificate = Value("Certificate").Length > 0 ? certificate : "", Key = Value("Key").Length > 0 ? key : "", Proxies = values.GetValueOrDefault("Https__Proxies") };
            Assert.Null(HttpsStart.Check(https, new Settings { PublicAddress = values["Lakudo__PublicAddress"] }, values["LAKUDO_URLS"]));
        }

        Assert.Equal(3, Fenced("operate.md", "ini").Count);
        foreach (var name in new[] { "operate.md", "operate.en.md" })
        {
            Assert.All(Link().Matches(Text(name)), m => Assert.True(File.Exists(Path.Combine(Docs(), m.Groups[1].Value)), $"{name} links to {m.Groups[1].Value}, which is not there."));
        }
    }

    private (string Certificate, string Key) MadeCertificateFor(string name) => Https.MadeCertificate.For(name).Write(_root);

    private static List<string> Blocks(string name, string language) => [.. Fenced(name, language).SelectMany(b => b)];

    private static List<List<string>> Fenced(string name, string language) =>
        [.. Regex.Matches(Text(name), $"^```{language}\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline).Select(m => m.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList())];

    private static string Text(string name) => File.ReadAllText(Path.Combine(Docs(), name));

    private static string Docs([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs");

    [GeneratedRegex("`([A-Z][A-Za-z]+__[A-Za-z]+)")]
    private static partial Regex Setting();

    [GeneratedRegex(@"\]\(([a-z./-]+\.md)\)")]
    private static partial Regex Link();
}
