using Lakudo.Kernel;
using Lakudo.Notifications;
using Lakudo.Web.Simulators;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Simulators;

/// <summary>Reminders by WhatsApp: only where a template of their own is named, and told apart what is the number's fault and what is ours.</summary>
public sealed class WhatsAppReminderTests : IAsyncLifetime
{
    private readonly WebApplication _simulator = Build();

    public async ValueTask InitializeAsync() => await _simulator.StartAsync();

    [Fact]
    public void Without_a_template_of_its_own_it_carries_codes_and_no_reminders()
    {
        using var http = new HttpClient();
        Assert.False(Channel(http, reminders: "").Carries(MessagePurpose.Reminder));
        Assert.True(Channel(http, reminders: "").Carries(MessagePurpose.Hall));
        Assert.True(Channel(http).Carries(MessagePurpose.Reminder));
        Assert.False(Channel(http).KnowsMessages);
    }

    [Theory]
    [InlineData("0812 3456 7890", WhatsAppSimulator.Token, null)]
    [InlineData("0812 3456 0404", WhatsAppSimulator.Token, "N-008")]
    [InlineData("0812 3456 7890", "bukan", "N-009")]
    public async Task A_reminder_goes_out_or_says_why_not(string number, string token, string? code)
    {
        using var http = new HttpClient();
        var sent = await Channel(http, token).Send(new OutgoingMessage(Guid.CreateVersion7(), Contact.Read(number).Value, "Hari posyandu", "Posyandu besok", MessagePurpose.Reminder, DateTime.MaxValue), default);
        Assert.Equal(code, sent.Refusal?.Code);
        Assert.Equal(code is null ? ["Posyandu besok"] : [], _simulator.Services.GetRequiredService<SimulatedMessages>().Latest.Select(m => m.Text));
    }

    public async ValueTask DisposeAsync() => await _simulator.DisposeAsync();

    private IMessageChannel Channel(HttpClient http, string token = WhatsAppSimulator.Token, string reminders = "pengingat_posyandu") =>
        new WhatsAppChannel(http, new WhatsAppSettings((_simulator.Urls.FirstOrDefault() ?? "http://localhost") + "/v23.0/", "1000", token, "kode_antrean", true, reminders));

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new SimulatedMessages(TimeProvider.System));
        var app = builder.Build();
        app.MapWhatsAppSimulator("");
        return app;
    }
}
