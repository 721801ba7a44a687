using System.Collections.Frozen;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall;

/// <summary>Brings a hall into a region.</summary>
public sealed class FoundHall(LakudoDb db, Commit commit)
{
    /// <summary>What is founded.</summary>
    /// <param name="Slug">Name in addresses: lower case letters, digits and hyphens.</param>
    /// <param name="Name">Name on boards and papers.</param>
    /// <param name="Address">Where it stands.</param>
    public sealed record Command(string Slug, string Name, string Address);

    /// <summary>First segments of the program's own addresses; a hall of that name would hide them.</summary>
    private static readonly FrozenSet<string> Taken =
    [
        "ambil-nomor", "anjungan", "api", "cari", "connect", "dokumen", "galat", "hari-ini", "img", "instansi", "js", "keluar", "layanan", "lib", "masuk", "nomor", "papan",
        "perangkat", "peristiwa", "permohonan", "petugas", "posyandu", "simulator", "suara", "verifikasi",
    ];

    private sealed record HallFounded(Guid Subject, int Hall) : IFact;

    /// <summary>Answers the hall's number. Refused with H-050 or H-051 for the name in addresses, K-007 in a region that does not exist, K-045 for a sign that cannot be printed, K-001 to others than the region's admin.</summary>
    public Task<Outcome<int>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<int>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ManageRegion) is { } refusal)
        {
            return refusal;
        }

        if (command.Slug.Length is < 3 or > 60 || command.Slug.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-') || Taken.Contains(command.Slug))
        {
            return HallRefusals.SlugWrong;
        }

        if (await db.Halls.IgnoreQueryFilters(["region"]).AnyAsync(h => h.Slug == command.Slug, token))
        {
            return HallRefusals.SlugTaken;
        }

        if (!await db.Regions.AnyAsync(r => r.Id == caller.Region, token))
        {
            return KernelRefusals.NotFound;
        }

        var (name, address) = (WrittenText.ReadName(command.Name, "Nama MPP"), WrittenText.ReadLine(command.Address, "Alamat"));
        if ((name.Refusal ?? address.Refusal) is { } unprintable)
        {
            return unprintable;
        }

        var id = 1 + (await db.Halls.IgnoreQueryFilters(["region"]).MaxAsync(h => (int?)h.Id, token) ?? 0);
        db.Halls.Add(new ServiceHall(caller.Region, id, command.Slug, name.Value, address.Value));
        commit.Record(caller, new HallFounded(Guid.Empty, id));
        return id;
    }, ct);
}
