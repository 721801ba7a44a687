using System.CommandLine;
using System.Security.Cryptography;
using Lakudo.Kernel;
using Lakudo.Web.CommandLine;
using OpenIddict.Abstractions;


namespace Lakudo.Web.Identity;

/// <summary><c>lakudo clients add|list|revoke</c>: other systems that may use the API.</summary>
public static class ClientsCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var name = new Argument<string>("NAME") { Description = "How people call the client." };
        var scopes = new Option<string[]>("--scope") { Description = "hall, applications or catalogue; may be given several times.", Required = true, AllowMultipleArgumentsPerToken = true };
        var region = new Option<int>("--region") { DefaultValueFactory = _ => 1, Description = "Number of the region." };
        var hall = new Option<int?>("--hall") { Description = "Narrow to a hall." };
        var agency = new Option<int?>("--agency") { Description = "Narrow to an agency; needed for applications." };
        var add = new Command("add", "Register a client; id and secret are printed once. Example: lakudo clients add \"Kiosk vendor\" --scope hall --hall 1") { name, scopes, region, hall, agency };
        add.SetAction(async (r, ct) =>
        {
            await using var services = Offline.Services(r.UnmatchedTokens);
            var asked = r.GetValue(scopes)!;
            if (asked.FirstOrDefault(s => s is not (ClientScopes.Hall or ClientScopes.Applications or ClientScopes.Catalogue)) is { } unknown)
            {
                await Console.Error.WriteLineAsync($"Cakupan '{unknown}' tidak dikenal. Pilih hall, applications, atau catalogue.");
                return 1;
            }

            if (asked.Contains(ClientScopes.Applications) && r.GetValue(agency) is null)
            {
                await Console.Error.WriteLineAsync("Cakupan applications perlu --agency NOMOR: sistem luar hanya melihat instansinya sendiri.");
                return 1;
            }

            var (id, secret) = await Add(services, r.GetValue(name)!, ClientScopes.Assignments(asked, r.GetValue(region), r.GetValue(hall), r.GetValue(agency)), asked, ct);
            Console.WriteLine($"client_id      {id}\nclient_secret  {secret}\nCatat sekarang; rahasia ini tidak disimpan dan tidak ditampilkan lagi.");
            return 0;
        });
        var list = new Command("list", "The registered clients.");
        list.SetAction(async (r, ct) =>
        {
            await using var services = Offline.Services(r.UnmatchedTokens);
            await using var scope = services.CreateAsyncScope();
            var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
            await foreach (var client in clients.ListAsync(cancellationToken: ct))
            {
                Console.WriteLine($"{await clients.GetClientIdAsync(client, ct)}  {await clients.GetDisplayNameAsync(client, ct)}");
            }

            return 0;
        });
        var clientId = new Argument<string>("CLIENT_ID");
        var revoke = new Command("revoke", "Remove a client; its tokens end within the hour they are good for.") { clientId };
        revoke.SetAction(async (r, ct) =>
        {
            await using var services = Offline.Services(r.UnmatchedTokens);
            await using var scope = services.CreateAsyncScope();
            var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
            if (await clients.FindByClientIdAsync(r.GetValue(clientId)!, ct) is not { } client)
            {
                await Console.Error.WriteLineAsync("Klien ini tidak terdaftar. Lihat daftar dengan: lakudo clients list");
                return 1;
            }

            await clients.DeleteAsync(client, ct);
            return 0;
        });
        var command = new Command("clients", "API clients of other systems.") { add, list, revoke };
        foreach (var sub in command.Subcommands)
        {
            sub.TreatUnmatchedTokensAsErrors = false;
        }

        return command;
    }

    /// <summary>Registers a client with assignments and gives its id and secret.</summary>
    public static async Task<(string Id, string Secret)> Add(IServiceProvider services, string name, Assignment[] assignments, IEnumerable<string> scopes, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var id = "klien-" + RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 10);
        var descriptor = new OpenIddictApplicationDescriptor { ClientId = id, ClientSecret = secret, DisplayName = name, ClientType = OpenIddictConstants.ClientTypes.Confidential };
        descriptor.Permissions.UnionWith([OpenIddictConstants.Permissions.Endpoints.Token, OpenIddictConstants.Permissions.GrantTypes.ClientCredentials, .. scopes.Select(s => OpenIddictConstants.Permissions.Prefixes.Scope + s)]);
        descriptor.Properties[TokenEndpoint.AssignmentsProperty] = TokenEndpoint.Property(assignments);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(descriptor, ct);
        return (id, secret);
    }
}
