using System.CommandLine;
using Lakudo.Hall;
using Lakudo.Kernel;
using nietras.SeparatedValues;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo region add</c> and <c>lakudo hall add</c>: what an installation has before anybody can sign in.</summary>
public static class FoundingCommands
{
    /// <summary>Bytes of a file of areas: Indonesia's 84,000 villages are four megabytes.</summary>
    private const long LargestAreas = 8 * 1024 * 1024;

    /// <summary>Regions.</summary>
    public static Command Region()
    {
        var number = new Argument<int>("NUMBER") { Description = "The region's own small number in this installation, from 1." };
        var code = new Option<string>("--code") { Required = true, Description = "Kemendagri code, for example 74.14." };
        var name = new Option<string>("--name") { Required = true, Description = "Full name, for example \"Kabupaten Buton Tengah\"." };
        var zone = new Option<string>("--zone") { DefaultValueFactory = _ => "Asia/Makassar", Description = "Asia/Jakarta, Asia/Makassar or Asia/Jayapura: decides what today is." };
        var areas = new Option<string?>("--areas") { Description = "CSV of kecamatan and villages with the columns level (kecamatan, desa, kelurahan), code, name." };
        var from = new Option<DateOnly?>("--codes-from") { Description = "The day the area codes are of; today when not given." };
        var add = new Command("add", "Bring a region in. Example: lakudo region add 2 --code 74.04 --name \"Kabupaten Buton\" --areas wilayah.csv") { number, code, name, zone, areas, from };
        add.SetAction(async (r, ct) =>
        {
            IReadOnlyList<FoundRegion.AreaRow> rows;
            try
            {
                rows = r.GetValue(areas) is { } file ? Areas(file) : [];
            }
            catch (FileTooLargeException e)
            {
                await Console.Error.WriteLineAsync($"{e.Refusal.Code}: {e.Refusal.Message}");
                return 2;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or KeyNotFoundException or FormatException)
            {
                await Console.Error.WriteLineAsync($"Berkas {r.GetValue(areas)} tidak dapat dibaca. Periksa namanya dan kolom level, code, name.");
                return 2;
            }

            return await Offline.Run<FoundRegion, Done>(r, v => v.Run(Caller.System(r.GetValue(number)),
                new(r.GetValue(code)!, r.GetValue(name)!, r.GetValue(zone)!, false, r.GetValue(from) ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date), rows), ct),
                _ => $"Wilayah {r.GetValue(number)} dibuat dengan {rows.Count} kecamatan dan desa. Berikutnya: lakudo hall add");
        });
        return Offline.Lenient(new Command("region", "Regions of this installation.") { add });
    }

    /// <summary>Halls.</summary>
    public static Command Hall()
    {
        var slug = new Argument<string>("SLUG") { Description = "Name in addresses: small letters, digits, hyphens." };
        var region = new Option<int>("--region") { DefaultValueFactory = _ => 1, Description = "Number of the region." };
        var name = new Option<string>("--name") { Required = true, Description = "Name on boards and papers." };
        var address = new Option<string>("--address") { Required = true, Description = "Where it stands, in one line." };
        var add = new Command("add", "Bring a hall in. Example: lakudo hall add buton --region 2 --name \"MPP Buton\" --address \"Pasarwajo\"") { slug, region, name, address };
        add.SetAction((r, ct) => Offline.Run<FoundHall, int>(r, v => v.Run(Caller.System(r.GetValue(region)), new(r.GetValue(slug)!, r.GetValue(name)!, r.GetValue(address)!), ct),
            id => $"Aula {id} dibuat. Berikutnya: lakudo catalogue import, lakudo staff add, lalu pengelola mengatur antrean dan loket di petugas/pengaturan."));
        return Offline.Lenient(new Command("hall", "Halls of this installation.") { add });
    }

    private static List<FoundRegion.AreaRow> Areas(string file)
    {
        using var counted = new CountedStream(File.OpenRead(file), new ExpansionLimit(LargestAreas));
        using var reader = Sep.New(',').Reader(o => o with { Unescape = true }).From(counted);
        var rows = new List<FoundRegion.AreaRow>();
        foreach (var row in reader)
        {
            rows.Add(new(row["level"].ToString() switch
            {
                "kecamatan" => AreaLevel.District,
                "desa" => AreaLevel.Village,
                "kelurahan" => AreaLevel.UrbanVillage,
                var other => throw new FormatException(other),
            }, row["code"].ToString(), row["name"].ToString()));
        }

        return rows;
    }
}
