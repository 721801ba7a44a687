using System.CommandLine;
using Lakudo.Web.CommandLine;
using Lakudo.Web.Identity;
using Lakudo.Web.Operations;

var root = new RootCommand("Lakudo: mal pelayanan publik dan program penurunan stunting.")
{
    ServeCommand.Make(),
    MigrateCommand.Make(),
    SeedCommand.Make(),
    FoundingCommands.Region(),
    FoundingCommands.Hall(),
    CatalogueCommand.Make(),
    ChildrenCommand.Make(),
    JournalCommand.Make(),
    RetentionCommand.Make(),
    DoctorCommand.Make(),
    BackupCommand.Make(),
    RestoreCommand.Make(),
    MoveCommand.Make(),
    UpgradeCommand.Make(),
    KeysCommand.Make(),
    StaffCommand.Make(),
    ClientsCommand.Make(),
    SimulateCommand.Make(),
    GrowthCommand.Make(),
};
return await root.Parse(args).InvokeAsync();
