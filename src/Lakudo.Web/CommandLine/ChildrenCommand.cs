using System.CommandLine;
using Lakudo.Children;
using Lakudo.Children.Network;
using Lakudo.Children.Phones;
using Lakudo.Kernel;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo children</c>: what is done for posyandu at the server's keyboard.</summary>
public static class ChildrenCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var posyandu = new Option<string>("--posyandu") { Required = true, Description = "Name of the posyandu, for example \"Posyandu Lakudo 1\"." };
        var region = new Option<int>("--region") { DefaultValueFactory = _ => 1, Description = "Number of the region." };
        var code = new Command("code", "Make a one-time code by which a cadre's phone is registered. Example: lakudo children code --posyandu \"Posyandu Lakudo 1\"") { posyandu, region };
        code.SetAction(async (r, ct) =>
        {
            await using var services = Offline.Services(r.UnmatchedTokens);
            await using var scope = services.CreateAsyncScope();
            var made = await Make(scope.ServiceProvider, Caller.System(r.GetValue(region)), r.GetValue(posyandu)!, ct);
            if (made.IsRefused)
            {
                await Console.Error.WriteLineAsync($"{made.Refusal.Message} ({made.Refusal.Code})");
                return 1;
            }

            Console.WriteLine($"Kode ponsel untuk {made.Value.Cadre}, {r.GetValue(posyandu)}: {made.Value.Code}   (berlaku 24 jam, sekali pakai)");
            return 0;
        });
        return Offline.Lenient(new Command("children", "Posyandu and their phones.") { code });
    }

    private static async Task<Outcome<(string Code, string Cadre)>> Make(IServiceProvider services, Caller system, string name, CancellationToken ct)
    {
        var all = await services.GetRequiredService<PosyanduList>().Run(system, ct);
        if (all.IsRefused) return all.Refusal;
        if (all.Value.FirstOrDefault(p => PersonName.Normalise(p.Name) == PersonName.Normalise(name)) is not { } place) return ChildrenRefusals.NoSuchPosyandu;
        var phones = await services.GetRequiredService<PhonesOfPosyandu>().Run(system, place.Id, ct);
        if (phones.IsRefused) return phones.Refusal;
        if (phones.Value.Cadres.IsEmpty) return ChildrenRefusals.CadreNotHere;
        var cadre = phones.Value.Cadres[0];
        var made = await services.GetRequiredService<GivePhoneCode>().Run(system, new(place.Id, cadre.Id), ct);
        return made.Then<(string, string)>(m => (m.Code, cadre.Name));
    }
}
