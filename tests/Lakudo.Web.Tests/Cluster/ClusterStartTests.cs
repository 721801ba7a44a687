using Lakudo.Kernel;
using Lakudo.Migrations.Postgres;
using Lakudo.Web.Backups;
using Lakudo.Web.Host;
using Lakudo.Web.Operations;
using Npgsql;
using Orleans.Configuration;

namespace Lakudo.Web.Tests.Cluster;

/// <summary>What a node needs before it joins: settings that can be served with, the questions Orleans asks, keys that are the same for all.</summary>
public sealed class ClusterStartTests
{
    [Theory]
    [InlineData("sqlite", "127.0.0.1:11111", "S-001")]
    [InlineData("postgres:Host=x", "mpp.contoh.go.id:11111", "S-002")]
    [InlineData("postgres:Host=x", "10.0.0.11", "S-002")]
    [InlineData("postgres:Host=x", "0.0.0.0:11111", "S-002")]
    public async Task A_node_that_cannot_be_part_of_a_cluster_is_refused_before_anything_else(string database, string address, string code)
    {
        var wrong = await StartCheck.Run([$"--Lakudo:Database={database}", $"--Lakudo:Cluster:Address={address}"]);

        Assert.Equal(code, wrong?.Code);
        Assert.Contains("Lakudo:Cluster:Address", wrong!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_address_a_program_serves_alone_on_either_database()
    {
        Assert.Null(new ClusterSettings().Wrong(isSqlite: true));
        Assert.Null(new ClusterSettings().Wrong(isSqlite: false));
        Assert.Null(new ClusterSettings { Address = "10.0.0.11:11111" }.Wrong(isSqlite: false));
    }

    [Theory]
    [InlineData("10.0.0.11:1", true)]
    [InlineData("172.31.0.1:1", true)]
    [InlineData("172.32.0.1:1", false)]
    [InlineData("[fd00::1]:1", true)]
    [InlineData("203.0.113.7:1", false)]
    public void An_address_anybody_could_reach_is_told_from_one_of_a_private_network(string address, bool isPrivate) =>
        Assert.Equal(isPrivate, new ClusterSettings { Address = address }.IsPrivate);

    [Fact]
    public async Task A_fresh_database_answers_every_question_Orleans_has_a_name_for()
    {
        await using var database = await TestDatabase.Create(Vendor.Postgres);
        await using var connection = new NpgsqlConnection(database.Place);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT QueryKey, QueryText FROM OrleansQuery", connection);
        await using var rows = await command.ExecuteReaderAsync();
        var known = new Dictionary<string, string>();
        while (await rows.ReadAsync()) known.Add(rows.GetString(0), rows.GetString(1));

        // Orleans looks for the names of its own properties and does not start when one is missing.
        var asked = typeof(AdoNetClusteringSiloOptions).Assembly.GetTypes().Where(t => t.Name.EndsWith("StoredQueries", StringComparison.Ordinal))
            .SelectMany(t => t.GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)).Select(p => p.Name).ToHashSet();
        Assert.True(asked.Count >= 9, "Orleans keeps its names elsewhere now; see where.");
        Assert.Empty(asked.Except(known.Keys));
        Assert.All(known.Values, text => Assert.Contains("cluster_", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_that_ask_one_gets_the_turn_and_the_other_when_the_first_is_gone()
    {
        await using var database = await TestDatabase.Create(Vendor.Postgres);
        await using (var first = await PostgresTurn.TryTake(database.Place, "backup"))
        {
            Assert.NotNull(first);
            Assert.Null(await PostgresTurn.TryTake(database.Place, "backup"));
            await using var another = await PostgresTurn.TryTake(database.Place, "something else");
            Assert.NotNull(another);
        }

        await using var second = await PostgresTurn.TryTake(database.Place, "backup");
        Assert.NotNull(second);
    }

    [Fact]
    public void Nodes_that_start_at_once_on_a_new_folder_have_the_same_key()
    {
        var data = Directory.CreateTempSubdirectory("lakudo-keys-").FullName;
        try
        {
            var read = new byte[32][];
            var together = new Barrier(read.Length);
            var nodes = Enumerable.Range(0, read.Length).Select(i => new Thread(() =>
            {
                var keys = new KeyFiles(new Settings { Data = data });
                together.SignalAndWait();
                read[i] = keys.Secret("personal-data.key");
            })).ToList();
            nodes.ForEach(t => t.Start());
            nodes.ForEach(t => t.Join());

            Assert.All(read, key => Assert.Equal(read[0], key));
            Assert.Equal(["personal-data.key"], Directory.GetFiles(Path.Combine(data, "keys")).Select(Path.GetFileName));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public void The_doctor_names_a_node_that_fell_silent_one_that_stopped_and_one_on_a_folder_of_its_own()
    {
        var settings = new Settings { Data = Path.Combine(Path.GetTempPath(), "lakudo-no-such-folder"), Cluster = { Address = "203.0.113.7:11111" } };
        PostgresNode Node(string address, int status, int silent) => new(address, 7, "mesin", status, default, TimeSpan.FromSeconds(silent));

        Finding[] found = [.. ClusterChecks.All(settings, [Node("10.0.0.11:11111", 3, 600), Node("10.0.0.12:11111", 6, 600), Node("10.0.0.13:11111", 3, 2)])];

        Assert.Equal([Health.Bad, Health.Warning, Health.Bad, Health.Warning, Health.Warning], found.Select(f => f.Health));
        Assert.Contains("diam sejak 600 detik", found[0].Found, StringComparison.Ordinal);
        Assert.Contains("berhenti", found[1].Found, StringComparison.Ordinal);
        Assert.Contains("map data yang sama", found[2].Found, StringComparison.Ordinal);
        Assert.StartsWith("1 node aktif", found[3].Found, StringComparison.Ordinal);
        Assert.Contains("bukan alamat jaringan pribadi", found[4].Found, StringComparison.Ordinal);
        Assert.All(found, f => Assert.NotNull(f.ToDo));
    }
}
