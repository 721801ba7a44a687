// Works a day at a running Lakudo that holds the sample region, over HTTP only, and later holds up what citizens were given that day.
//   dotnet run --project tools/Day -- work  URL PASSWORDS KEPT VISITORS   PASSWORDS is what `lakudo seed` printed; KEPT is written
//   dotnet run --project tools/Day -- check URL KEPT                      ends with 1 when anything of it does not hold
//   dotnet run --project tools/Day -- distinct KEPT...                    ends with 1 when a number or code was given twice
using System.Text.Json;
using Lakudo.Testing;

switch (args)
{
    case ["work", var url, var passwords, var kept, var visitors]:
    {
        var address = new Uri(url);
        var before = File.Exists(kept) ? Read(kept) : new Kept([], []);
        HtmlForms.Know(address, before.Authenticators);
        var held = await new WorkedDay(address, WorkedDay.Passwords(File.ReadAllText(passwords))).Work(int.Parse(visitors, System.Globalization.CultureInfo.InvariantCulture));
        File.WriteAllText(kept, JsonSerializer.Serialize(new Kept([.. before.Papers, .. held], HtmlForms.KeysOf(address))));
        Console.WriteLine($"{held.Count} kasus dibawa, {held.Count(p => p.Code is not null)} dokumen ditandatangani{(PatientHandler.Tries > 0 ? $"; {PatientHandler.Tries} kali dicoba lagi karena server tidak menjawab" : "")}.");
        return 0;
    }

    case ["check", var url, var kept]:
    {
        using var citizen = new HttpClient { BaseAddress = new Uri(url) };
        var papers = Read(kept).Papers;
        var wrong = 0;
        foreach (var paper in papers)
        {
            if (await paper.Wrong(citizen) is not { } words) continue;
            Console.WriteLine(words);
            wrong++;
        }

        Console.WriteLine($"{papers.Count - wrong} dari {papers.Count} tanda terima dan surat masih berlaku.");
        return wrong == 0 && papers.Count > 0 ? 0 : 1;
    }

    case ["distinct", .. var evenings]:
    {
        // The same receipt may stand in several; a number under two secrets was given twice.
        var all = evenings.SelectMany(e => Read(e).Papers).DistinctBy(p => (p.Number, p.Secret)).ToList();
        var twice = all.GroupBy(p => p.Number).Concat(all.Where(p => p.Code is not null).GroupBy(p => p.Code!)).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
        Console.WriteLine(twice.Count == 0 ? $"{all.Count} nomor, tidak satu pun dua kali." : $"Dua kali: {string.Join(", ", twice)}");
        return twice.Count == 0 && all.Count > 0 ? 0 : 1;
    }

    default:
        Console.Error.WriteLine("work URL PASSWORDS KEPT VISITORS | check URL KEPT | distinct KEPT...");
        return 2;
}

static Kept Read(string path) => JsonSerializer.Deserialize<Kept>(File.ReadAllText(path))!;

/// <summary>What is known in the evening.</summary>
/// <param name="Papers">What citizens hold.</param>
/// <param name="Authenticators">What stands on the telephones of staff.</param>
internal sealed record Kept(List<HeldPaper> Papers, Dictionary<string, string> Authenticators);
