using Lakudo.Kernel;
using Lakudo.Migrations.Postgres;
using Lakudo.Web.Host;

namespace Lakudo.Web.Operations;

/// <summary>What the doctor asks of a cluster: its nodes as the database knows them, and whether they work on the same folder.</summary>
public static class ClusterChecks
{
    /// <summary>A node writes every three seconds that it lives; after five times that it does not.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <summary>One line for every node, one when fewer than two are left, one for the network between them.</summary>
    /// <param name="settings">This node's.</param>
    /// <param name="nodes">The nodes' rows.</param>
    public static IEnumerable<Finding> All(Settings settings, IReadOnlyList<PostgresNode> nodes)
    {
        foreach (var node in nodes)
        {
            yield return Node(settings, node);
        }

        var alive = nodes.Count(n => n.IsActive && n.Silent < Silence);
        if (alive < 2)
        {
            yield return Finding.Warning("Node", $"{alive} node aktif; bila yang ini mati, tidak ada yang menggantikannya", "Nyalakan node lain: systemctl start lakudo di mesinnya; lihat docs/operate/cluster.md.");
        }

        if (!settings.Cluster.IsPrivate)
        {
            yield return Finding.Warning("Jaringan node", $"{settings.Cluster.Address} bukan alamat jaringan pribadi; percakapan antarnode tidak disandikan", "Pakai jaringan khusus node, dan tutup port itu bagi yang lain; lihat docs/operate/cluster.md.");
        }
    }

    private static Finding Node(Settings settings, PostgresNode node)
    {
        var subject = $"Node {node.Address}";
        var seconds = node.Silent.TotalSeconds.ToString("N0", Formats.Indonesian);
        return !node.IsActive ? Finding.Warning(subject, $"berhenti, di mesin {node.Machine}", $"Bila seharusnya berjalan: systemctl start lakudo di {node.Machine}. Bila memang dilepas, baris ini hilang sendiri setelah seminggu.")
            : node.Silent >= Silence ? Finding.Bad(subject, $"tercatat aktif, tetapi diam sejak {seconds} detik, di mesin {node.Machine}", $"Periksa systemctl status lakudo dan jaringan di {node.Machine}.")
            : !NodeMark.Sees(settings, node.Address, node.Generation) ? Finding.Bad(subject, $"tidak memakai map data yang sama ({settings.Data})", $"Pasang map bersama di {node.Machine} dan setel Lakudo:Data ke map itu: kunci dan berkas harus sama di semua node.")
            : Finding.Good(subject, $"aktif di mesin {node.Machine}");
    }
}
