using System.CommandLine;
using Lakudo.Identity;
using Lakudo.Kernel;
using Lakudo.Web.CommandLine;

namespace Lakudo.Web.Identity;

/// <summary><c>lakudo staff add|list|reset</c>: accounts, when nobody can sign in to make them.</summary>
public static class StaffCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var region = new Option<int>("--region") { DefaultValueFactory = _ => 1, Description = "Number of the region.", Recursive = true };
        var user = new Argument<string>("USER") { Description = "User name." };
        var name = new Option<string>("--name") { Required = true, Description = "The person's name." };
        var role = new Option<Role>("--role") { Required = true, Description = "CounterOfficer, Verifier, Signer, AgencyAdmin, HallManager, RegionAdmin, ItOfficer, DataProtectionOfficer or Inspector." };
        var hall = new Option<int?>("--hall");
        var agency = new Option<int?>("--agency");
        var until = new Option<DateOnly?>("--until") { Description = "Last day of the role, for example 2026-12-31; needed for an Inspector." };
        var add = new Command("add", "Make an account. Example: lakudo staff add la.ode --name \"La Ode\" --role HallManager --hall 1") { user, name, role, hall, agency, until };
        add.SetAction((r, ct) => Offline.Run<AddStaff, AddStaff.Answer>(r, v => v.Run(Caller.System(r.GetValue(region)),
            new(r.GetValue(user)!, r.GetValue(name)!, r.GetValue(role), r.GetValue(hall), r.GetValue(agency), EndOf(r.GetValue(until))), ct), a => $"{a.UserName}  {a.Password}"));
        var reset = new Command("reset", "Give an account a new first password; authenticator and PIN are taken away. Example: lakudo staff reset la.ode") { user };
        reset.SetAction((r, ct) => Offline.Run<ResetStaff, ResetStaff.Answer>(r, v => v.Run(Caller.System(r.GetValue(region)), new(r.GetValue(user)!), ct), a => $"{r.GetValue(user)}  {a.Password}"));
        var list = new Command("list", "Who has which role.");
        list.SetAction((r, ct) => Offline.Run<StaffList, System.Collections.Immutable.ImmutableArray<StaffList.Row>>(r, v => v.Run(Caller.System(r.GetValue(region)), ct),
            rows => string.Join('\n', rows.Select(x => $"{x.UserName,-24} {x.Name,-30} {x.Role}{(x.Until is { } end ? $" sampai {end:yyyy-MM-dd}" : "")}"))));
        return Offline.Lenient(new Command("staff", "Accounts of staff.") { add, list, reset, region });
    }

    /// <summary>The end of a last day, in the machine's zone.</summary>
    private static DateTime? EndOf(DateOnly? day) => day?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Local).ToUniversalTime();
}
