using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using Lakudo.Posyandu;
using Lakudo.Posyandu.Phone;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

[assembly: SupportedOSPlatform("browser")]

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<App>("#app");
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Desk>();
builder.Services.AddSingleton<HandOvers>();
await JSHost.ImportAsync(Vault.Module, "../js/vault.js");
await JSHost.ImportAsync(Handset.Module, "../js/phone.js");
await builder.Build().RunAsync();
