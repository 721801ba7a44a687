using System.Collections.Concurrent;
using System.Text.Json;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Web.Identity;
using Microsoft.Data.Sqlite;

namespace Lakudo.Web.Tests.Hall;

/// <summary>The real program, killed with SIGKILL while forty people take numbers. Heavy, so only <c>./test --long</c> does it often.</summary>
public sealed class KilledProgramTests
{
    [Fact]
    public async Task What_was_committed_and_not_answered_is_answered_to_the_same_request_and_no_number_is_given_twice()
    {
        var rounds = Environment.GetEnvironmentVariable("LAKUDO_LONG") == "1" ? 8 : 1;
        await using var made = await RunningLakudo.Start(Vendor.Sqlite);
        var (id, secret) = await ClientsCommand.Add(made.Services, "uji", [new Assignment(Role.HallClient, 1, 1)], ["hall"], default);
        var database = made.Place;
        var data = made.Data;
        await made.Stop();
        var answered = new ConcurrentDictionary<string, string>();
        var keys = new ConcurrentBag<string>();
        for (var round = 0; round < rounds; round++)
        {
            using var program = await BuiltProgram.Serve(data, $"sqlite:{database}");
            using var http = program.Browser();
            await RunningLakudo.SignIn(http, id, secret);
            var enough = (round + 1) * 60;
            var takers = Enumerable.Range(0, 40).Select(_ => Task.Run(async () =>
            {
                while (true)
                {
                    var key = Guid.CreateVersion7().ToString("N");
                    keys.Add(key);
                    try
                    {
                        answered[key] = await Take(http, key);
                    }
                    catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
                    {
                        return;
                    }
                }
            })).ToList();
            // Until it is busy; then at the moment another process sees a commit, while its answers are on their way.
            await Task.Run(() => KillAtACommit(program, database, () => answered.Count >= enough));
            await Task.WhenAll(takers);
        }

        using var after = await BuiltProgram.Serve(data, $"sqlite:{database}");
        using var again = after.Browser();
        await RunningLakudo.SignIn(again, id, secret);
        var kept = await Committed(database, data);
        var lost = keys.Where(k => !answered.ContainsKey(k)).ToList();
        foreach (var key in keys)
        {
            var number = await Take(again, key);
            Assert.True(!answered.TryGetValue(key, out var before) || before == number, $"{key} was answered {before} and then {number}");
            Assert.True(!kept.TryGetValue(key, out var row) || row == number, $"{key} stood as {row} and was answered {number}");
            answered[key] = number;
        }

        Assert.NotEmpty(lost);
        Assert.All(keys.Except(lost), k => Assert.True(kept.ContainsKey(k), "An answer was given for what is not in the database."));
        Assert.Equal(answered.Count, answered.Values.Distinct().Count());
        TestContext.Current.SendDiagnosticMessage($"{lost.Count} unanswered, of which {lost.Count(kept.ContainsKey)} were committed");
        Assert.True(rounds == 1 || lost.Any(kept.ContainsKey), "No request was committed without being answered; nothing was shown.");
    }

    private static void KillAtACommit(BuiltProgram program, string database, Func<bool> busy)
    {
        using var connection = new SqliteConnection($"Data Source={database}");
        connection.Open();
        using var newest = connection.CreateCommand();
        newest.CommandText = "SELECT max(rowid) FROM kernel_stored_answer";
        while (!busy())
        {
            Thread.Sleep(5);
        }

        var before = newest.ExecuteScalar();
        while (Equals(newest.ExecuteScalar(), before))
        {
            Thread.SpinWait(50);
        }

        program.Kill();
    }

    private static async Task<string> Take(HttpClient http, string key)
    {
        var (status, body) = await RunningLakudo.Post(http, "api/v1/halls/1/tickets", new { line = 6 }, key);
        Assert.Equal(201, status);
        return body.GetProperty("number").GetString()!;
    }

    /// <summary>The numbers that stand sealed in the database under their requests' keys, read by another process than the one that wrote them.</summary>
    private static async Task<Dictionary<string, string>> Committed(string database, string data)
    {
        using var personal = new PersonalData(await File.ReadAllBytesAsync(Path.Combine(data, "keys", "personal-data.key")));
        await using var connection = new SqliteConnection($"Data Source={database}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Key\", \"Answer\" FROM kernel_stored_answer";
        var rows = new Dictionary<string, string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            using var answer = JsonDocument.Parse(personal.Open(Convert.FromBase64String(reader.GetString(1))));
            if (answer.RootElement is { ValueKind: JsonValueKind.Object } reply && reply.TryGetProperty("Ticket", out var ticket) && ticket.ValueKind == JsonValueKind.Object)
                rows[reader.GetString(0)] = ticket.GetProperty("Label").GetString()!;
        }

        return rows;
    }
}
