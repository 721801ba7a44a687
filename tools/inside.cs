// What is inside a release, told twice from one list: sbom.cdx.json (CycloneDX 1.6) and licences/ with the text of every licence. Ends with an error when a file of the
// program belongs to nobody, or a component has no known licence.
//   dotnet run tools/inside.cs -- STAGE VERSION SECONDS      STAGE holds program/; SECONDS is the moment it is dated, since 1970
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

var (stage, version, moment) = (Path.GetFullPath(args[0]), args[1], DateTimeOffset.FromUnixTimeSeconds(long.Parse(args[2])));
var program = Path.Combine(stage, "program");
var nuget = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");
// Packages of npm that only build and leave nothing of themselves in what is served.
string[] builders = ["sass", "esbuild"];
var components = new SortedDictionary<string, Component>(StringComparer.Ordinal);
var faults = new List<string>();

FromDeps(Path.Combine(program, "Lakudo.Web.deps.json"));
if (Directory.Exists(Path.Combine(program, "posyandu"))) FromAssets("src/Lakudo.Posyandu/obj/project.assets.json");
FromNpm();
Own("who-growth-standards", "src/Lakudo.Growth/Figures/NOTICE");
Own("lakudo-data", "data/NOTICE");
foreach (var component in components.Values) Licence(component);
if (faults.Count > 0)
{
    foreach (var fault in faults) Console.Error.WriteLine(fault);
    return 1;
}

File.WriteAllText(Path.Combine(stage, "licences", "README.md"), "# Yang ada di dalam arsip ini dan lisensinya\n\n| komponen | versi | lisensi | hak cipta |\n|---|---|---|---|\n"
    + string.Concat(components.Values.Select(c => $"| [{c.Name}]({c.Folder}/) | {c.Version} | {c.Licence} | {c.Copyright.Replace("|", "/", StringComparison.Ordinal)} |\n")));
File.WriteAllText(Path.Combine(stage, "sbom.cdx.json"), Sbom().ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n");
Console.WriteLine($"{components.Count} komponen, semua dengan lisensinya");
return 0;

// The program's own manifest names every package and every file that came of it.
void FromDeps(string path)
{
    var manifest = JsonNode.Parse(File.ReadAllText(path))!;
    var target = manifest["targets"]!.AsObject().Single(t => t.Key.Contains('/', StringComparison.Ordinal)).Value!.AsObject();
    var files = new HashSet<string>(StringComparer.Ordinal) { "Lakudo.Web.dll" };
    foreach (var (key, library) in manifest["libraries"]!.AsObject())
    {
        var (name, number) = (key[..key.IndexOf('/', StringComparison.Ordinal)], key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        var parts = new[] { "runtime", "native" }.SelectMany(k => target[key]?[k]?.AsObject().Select(f => Path.GetFileName(f.Key)) ?? []).ToList();
        files.UnionWith(parts);
        var type = library!["type"]!.GetValue<string>();
        // What has no file in the program only brought others along.
        if (type == "project" || parts.Count == 0) continue;
        if (type == "runtimepack") name = name["runtimepack.".Length..];
        var hash = library["sha512"]!.GetValue<string>();
        Add(new(name, number, $"pkg:nuget/{name}@{number}", NugetFolder(name, number), hash.Length > 7 ? Convert.ToHexStringLower(Convert.FromBase64String(hash["sha512-".Length..])) : null)
        {
            Needs = [.. target[key]?["dependencies"]?.AsObject().Select(d => $"pkg:nuget/{d.Key}@{d.Value}") ?? []],
        });
    }

    foreach (var file in Directory.GetFiles(program).Where(f => f.EndsWith(".dll", StringComparison.Ordinal) || f.EndsWith(".so", StringComparison.Ordinal)).Select(f => Path.GetFileName(f)!).Where(f => !files.Contains(f)))
    {
        faults.Add($"program/{file} belongs to no component");
    }
}

// An app for the browser has no such manifest; its restore names the packages.
void FromAssets(string path)
{
    var restored = JsonNode.Parse(File.ReadAllText(path))!;
    var used = restored["targets"]!.AsObject().SelectMany(t => t.Value!.AsObject()).Where(l => l.Value!["runtime"]?.AsObject().Any(f => !f.Key.EndsWith("_._", StringComparison.Ordinal)) == true).Select(l => l.Key).ToHashSet();
    foreach (var (key, library) in restored["libraries"]!.AsObject().Where(l => l.Value!["type"]!.GetValue<string>() == "package" && used.Contains(l.Key)))
    {
        var at = key.Split('/');
        Add(new(at[0], at[1], $"pkg:nuget/{at[0]}@{at[1]}", NugetFolder(at[0], at[1]), Convert.ToHexStringLower(Convert.FromBase64String(library!["sha512"]!.GetValue<string>()))));
    }

    foreach (var pack in restored["project"]!["frameworks"]!.AsObject().SelectMany(f => f.Value!["downloadDependencies"]?.AsArray() ?? []).Where(p => p!["name"]!.GetValue<string>().Contains("Runtime.Mono", StringComparison.OrdinalIgnoreCase)))
    {
        var (name, number) = (pack!["name"]!.GetValue<string>(), pack["version"]!.GetValue<string>().Trim('[', ']').Split(',')[0].Trim());
        Add(new(name, number, $"pkg:nuget/{name}@{number}", NugetFolder(name, number), null));
    }
}

void FromNpm()
{
    var lockFile = JsonNode.Parse(File.ReadAllText("package-lock.json"))!["packages"]!;
    foreach (var (name, _) in JsonNode.Parse(File.ReadAllText("package.json"))!["devDependencies"]!.AsObject().Where(d => !builders.Contains(d.Key)))
    {
        var entry = lockFile[$"node_modules/{name}"]!;
        var integrity = entry["integrity"]?.GetValue<string>();
        Add(new(name, entry["version"]!.GetValue<string>(), $"pkg:npm/{name.Replace("@", "%40", StringComparison.Ordinal)}@{entry["version"]}", Path.Combine("node_modules", name),
            integrity?.StartsWith("sha512-", StringComparison.Ordinal) == true ? Convert.ToHexStringLower(Convert.FromBase64String(integrity["sha512-".Length..])) : null));
    }
}

void Own(string name, string notice)
{
    var component = new Component(name, version, $"pkg:generic/{name}@{version}", Path.GetDirectoryName(notice)!, null) { Licence = "lihat NOTICE", Copyright = "lihat NOTICE", Kind = "data" };
    components[component.Purl] = component;
    Directory.CreateDirectory(Path.Combine(stage, "licences", component.Folder));
    File.Copy(notice, Path.Combine(stage, "licences", component.Folder, "NOTICE"), overwrite: true);
}

void Add(Component component) => components.TryAdd(component.Purl, component);

string NugetFolder(string name, string number)
{
    var cache = Path.Combine(nuget, name.ToLowerInvariant(), number);
    if (Directory.Exists(cache)) return cache;
    var packs = Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "../../../packs", name, number);
    return Directory.Exists(packs) ? packs : throw new DirectoryNotFoundException($"{name} {number} is not in the package cache");
}

void Licence(Component c)
{
    if (c.Licence.Length > 0) return;
    var folder = Directory.CreateDirectory(Path.Combine(stage, "licences", c.Folder)).FullName;
    string[] words = ["license", "licence", "copying", "notice", "third-party-notices", "thirdpartynotices", "ofl"];
    foreach (var file in Directory.GetFiles(c.Source).Where(f => words.Any(w => Path.GetFileName(f).StartsWith(w, StringComparison.OrdinalIgnoreCase)))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
    if (c.Purl.StartsWith("pkg:npm", StringComparison.Ordinal))
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(c.Source, "package.json")))!;
        c.Licence = json["license"]?.GetValue<string>() ?? "";
        c.Copyright = (json["author"] as JsonValue)?.GetValue<string>() ?? json["author"]?["name"]?.GetValue<string>() ?? "";
    }
    else
    {
        var about = XDocument.Load(Directory.GetFiles(c.Source, "*.nuspec").Single()).Root!.Elements().Single(e => e.Name.LocalName == "metadata");
        string Field(string field) => about.Elements().FirstOrDefault(e => e.Name.LocalName == field)?.Value.Trim().ReplaceLineEndings(" ") ?? "";
        var licence = about.Elements().FirstOrDefault(e => e.Name.LocalName == "license");
        c.Copyright = Field("copyright") is { Length: > 0 } told ? told : Field("authors");
        c.Licence = licence?.Attribute("type")?.Value == "expression" ? licence.Value : "";
        if (licence?.Attribute("type")?.Value == "file")
        {
            var text = Path.Combine(c.Source, licence.Value.Replace('\\', '/'));
            File.Copy(text, Path.Combine(folder, "LICENSE.txt"), overwrite: true);
            c.Licence = Recognised(File.ReadAllText(text));
        }
    }

    if (c.Licence.Length == 0) faults.Add($"{c.Name} {c.Version}: no known licence (licences/{c.Folder})");
    if (Directory.GetFiles(folder).Any(f => !Path.GetFileName(f).StartsWith("third", StringComparison.OrdinalIgnoreCase))) return;
    // Its package names the licence and brings no text: the text is written out with its copyright.
    var known = c.Licence == "Apache-2.0" ? "LICENSE" : $"deploy/licences/{c.Licence}.txt";
    var owner = c.Copyright.Contains("opyright", StringComparison.Ordinal) || c.Copyright.Contains('©') ? c.Copyright : $"Copyright (c) {c.Copyright}";
    if (File.Exists(known)) File.WriteAllText(Path.Combine(folder, "LICENSE.txt"), $"{c.Licence}\n\n{owner}\n\n{File.ReadAllText(known)}");
    else faults.Add($"{c.Name} {c.Version}: the text of {c.Licence} is missing");
}

static string Recognised(string text) => text switch
{
    _ when text.Contains("Permission is hereby granted, free of charge", StringComparison.Ordinal) => "MIT",
    _ when text.Contains("Apache License", StringComparison.Ordinal) && text.Contains("Version 2.0", StringComparison.Ordinal) => "Apache-2.0",
    _ when text.Contains("Redistribution and use in source and binary forms", StringComparison.Ordinal) && text.Contains("Neither the name", StringComparison.Ordinal) => "BSD-3-Clause",
    _ when text.Contains("Redistribution and use in source and binary forms", StringComparison.Ordinal) => "BSD-2-Clause",
    _ when text.Contains("PostgreSQL License", StringComparison.Ordinal) => "PostgreSQL",
    _ => "",
};

JsonObject Sbom() => new()
{
    ["bomFormat"] = "CycloneDX",
    ["specVersion"] = "1.6",
    ["serialNumber"] = $"urn:uuid:{new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFileName(stage) + File.ReadAllText(Path.Combine(stage, "COMMIT"))))[..16])}",
    ["version"] = 1,
    ["metadata"] = new JsonObject
    {
        ["timestamp"] = moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
        ["component"] = new JsonObject { ["type"] = "application", ["bom-ref"] = "lakudo", ["name"] = "lakudo", ["version"] = version, ["licenses"] = new JsonArray(new JsonObject { ["license"] = new JsonObject { ["id"] = "Apache-2.0" } }) },
    },
    ["components"] = new JsonArray([.. components.Values.Select(c =>
    {
        var node = new JsonObject { ["type"] = c.Kind, ["bom-ref"] = c.Purl, ["name"] = c.Name, ["version"] = c.Version, ["purl"] = c.Purl, ["copyright"] = c.Copyright };
        if (c.Kind != "data") node["licenses"] = new JsonArray(c.Licence.Contains(' ', StringComparison.Ordinal) ? new JsonObject { ["expression"] = c.Licence } : new JsonObject { ["license"] = new JsonObject { ["id"] = c.Licence } });
        if (c.Sha512 is not null) node["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = c.Sha512 });
        return (JsonNode)node;
    })]),
    ["dependencies"] = new JsonArray(
    [
        new JsonObject { ["ref"] = "lakudo", ["dependsOn"] = new JsonArray([.. components.Keys.Except(components.Values.SelectMany(c => c.Needs)).Select(r => (JsonNode)r)]) },
        .. components.Values.Select(c => new JsonObject { ["ref"] = c.Purl, ["dependsOn"] = new JsonArray([.. c.Needs.Where(components.ContainsKey).Select(r => (JsonNode)r)]) }),
    ]),
};

/// <summary>One thing of others that is inside.</summary>
internal sealed record Component(string Name, string Version, string Purl, string Source, string? Sha512)
{
    public string Licence { get; set; } = "";

    public string Copyright { get; set; } = "";

    public string Kind { get; init; } = "library";

    public List<string> Needs { get; init; } = [];

    public string Folder => $"{Name.TrimStart('@').Replace('/', '-')}-{Version}";
}
