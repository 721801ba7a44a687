using System.CommandLine;
using Lakudo.Web.CommandLine;

var root = new RootCommand("Lakudo: mal pelayanan publik dan program penurunan stunting.")
{
    ServeCommand.Make(),
    MigrateCommand.Make(),
    SeedCommand.Make(),
    CatalogueCommand.Make(),
    JournalCommand.Make(),
};
return await root.Parse(args).InvokeAsync();
