using System.Net;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lakudo.Web.Tests;

/// <summary>A database that is locked or gone: a refusal people can read, no trace, nothing lost, and the same request does it once afterwards.</summary>
public sealed class StoreDownTests
{
    [Fact]
    public async Task A_locked_database_refuses_keeps_what_was_typed_and_the_same_request_gets_its_number_afterwards()
    {
        await using var lakudo = await RunningLakudo.Start(Vendor.Sqlite);
        using var client = await lakudo.Client("hall", new Assignment(Role.HallClient, 1, 1));
        using var citizen = lakudo.Browser();
        var form = HtmlForms.Fields(await citizen.GetStringAsync("ambil-nomor?layanan=DKC-001"), "kirim", ("Contact.Contact", "0812 3456 7999"));

        await using (var other = new SqliteConnection($"Data Source={lakudo.Place};Pooling=False"))
        {
            await other.OpenAsync();
            await using var holds = other.CreateCommand();
            holds.CommandText = "BEGIN IMMEDIATE";
            await holds.ExecuteNonQueryAsync();

            var api = await RunningLakudo.Post(client, "api/v1/halls/1/tickets", new { line = 1 }, "terkunci");
            Assert.Equal((503, "K-005"), (api.Status, api.Body.GetProperty("code").GetString()));
            using var content = new FormUrlEncodedContent(form);
            using var answer = await citizen.PostAsync("ambil-nomor?layanan=DKC-001", content);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Contains("K-005", page, StringComparison.Ordinal);
            Assert.Contains("value=\"0812 3456 7999\"", page, StringComparison.Ordinal);
            Assert.Contains(form.Single(f => f.Key == "_key").Value, page, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
        }

        var first = await RunningLakudo.Post(client, "api/v1/halls/1/tickets", new { line = 1 }, "terkunci");
        var again = await RunningLakudo.Post(client, "api/v1/halls/1/tickets", new { line = 1 }, "terkunci");
        Assert.Equal(201, first.Status);
        Assert.Equal(first.Body.GetProperty("number").GetString(), again.Body.GetProperty("number").GetString());
    }

    [Fact]
    public async Task A_database_that_is_gone_is_said_in_Indonesian_and_work_goes_on_when_it_is_back()
    {
        await using var lakudo = await RunningLakudo.Start(Vendor.Postgres);
        using var client = await lakudo.Client("hall", new Assignment(Role.HallClient, 1, 1));
        using var browser = lakudo.Browser();
        Assert.Equal(201, (await RunningLakudo.Post(client, "api/v1/halls/1/tickets", new { line = 1 })).Status);
        var name = new NpgsqlConnectionStringBuilder(lakudo.Place).Database;

        await PostgresCluster.Execute($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await PostgresCluster.Execute($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        try
        {
            var api = await RunningLakudo.Post(client, "api/v1/halls/1/tickets", new { line = 1 }, "hilang");
            Assert.Equal((503, "K-005"), (api.Status, api.Body.GetProperty("code").GetString()));
            using var answer = await browser.GetAsync("ambil-nomor?layanan=DKC-001");
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains("Penyimpanan data sedang tidak dapat dipakai", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
        }
        finally
        {
            await PostgresCluster.Execute($"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
        }

        Assert.Equal(201, (await RunningLakudo.Post(client, "api/v1/halls/1/tickets", new { line = 1 }, "hilang")).Status);
    }
}
