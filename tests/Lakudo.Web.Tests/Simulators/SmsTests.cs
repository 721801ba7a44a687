using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Lakudo.Kernel;
using Lakudo.Notifications;
using Lakudo.Web.CommandLine;
using Lakudo.Web.Simulators;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Simulators;

/// <summary>The adapter to SMS Gateway for Android against the simulator, over HTTP.</summary>
public sealed class SmsTests : IAsyncLifetime
{
    private static readonly Contact Mother = Contact.Read("0812 3456 7890").Value;
    private readonly WebApplication _simulator = SimulateCommand.BuildSms(0);
    private string? _address;

    private SmsSimulator Phone => _simulator.Services.GetRequiredService<SmsSimulator>();

    private SimulatedMessage[] Messages => [.. _simulator.Services.GetRequiredService<SimulatedMessages>().Latest];

    public async ValueTask InitializeAsync() => await _simulator.StartAsync();

    [Theory]
    [InlineData("")]
    [InlineData("3rdparty/v1/")]
    public async Task A_message_goes_out_once_however_often_it_is_handed_over_and_comes_step_by_step_to_the_mother(string path)
    {
        var message = Message(Mother);
        Assert.Equal(Delivery.Taken, (await Use(c => c.Send(message, default), path: path)).Value);
        Assert.Equal(Delivery.Taken, (await Use(c => c.Send(message, default), path: path)).Value);
        Assert.Equal(1, Phone.Count);
        var taken = Assert.Single(Messages);
        Assert.Equal(("SMS", "+6281234567890", "Hari posyandu"), (taken.Channel, taken.To, taken.Text));
        var said = new List<Delivery>();
        for (var i = 0; i < 4; i++) said.Add((await Use(c => c.Ask(message.Id, default), path: path)).Value);
        Assert.Equal([Delivery.Taken, Delivery.Sent, Delivery.Delivered, Delivery.Delivered], said);
    }

    [Fact]
    public async Task A_wrong_password_is_told_from_a_phone_that_is_off()
    {
        Assert.Equal("N-009", (await Use(c => c.Send(Message(Mother), default), password: "bukan")).Refusal?.Code);
        Assert.Equal("N-009", (await Use(c => c.Ask(Guid.NewGuid(), default), password: "bukan")).Refusal?.Code);
        Phone.Behaviour = SmsSimulator.Mode.Down;
        Assert.Equal("N-005", (await Use(c => c.Send(Message(Mother), default))).Refusal?.Code);
        await _simulator.StopAsync();
        Assert.Equal("N-005", (await Use(c => c.Send(Message(Mother), default))).Refusal?.Code);
        Assert.Empty(Messages);
    }

    [Fact]
    public async Task A_number_can_be_refused_at_once_or_fail_afterwards_and_the_simulator_can_be_told_to_fail()
    {
        Assert.Equal("N-008", (await Use(c => c.Send(Message(Contact.Read("0812 3456 0400").Value), default))).Refusal?.Code);
        var gone = Message(Contact.Read("0812 3456 0404").Value);
        Assert.Equal(Delivery.Taken, (await Use(c => c.Send(gone, default))).Value);
        Assert.Equal(Delivery.Failed, (await Use(c => c.Ask(gone.Id, default))).Value);

        using var http = Client(SmsSimulator.Password);
        Assert.Equal(HttpStatusCode.NoContent, (await http.PutAsJsonAsync("mode", new { mode = "Failing" })).StatusCode);
        var broke = Message(Mother);
        Assert.Equal(Delivery.Taken, (await Use(c => c.Send(broke, default))).Value);
        Assert.Equal(Delivery.Failed, (await Use(c => c.Ask(broke.Id, default))).Value);
        using var stranger = Client("bukan");
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PutAsJsonAsync("mode", new { mode = "Ok" })).StatusCode);
    }

    [Fact]
    public async Task A_message_that_the_phone_no_longer_has_is_refused_and_what_is_no_message_too()
    {
        Assert.Equal("N-008", (await Use(c => c.Ask(Guid.NewGuid(), default))).Refusal?.Code);
        using var http = Client(SmsSimulator.Password);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsJsonAsync("messages", new { phoneNumbers = new[] { "+6281234567890" } })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsJsonAsync("messages", new { textMessage = new { text = "x" }, phoneNumbers = new[] { "081234567890" } })).StatusCode);
    }

    public async ValueTask DisposeAsync() => await _simulator.DisposeAsync();

    private static OutgoingMessage Message(Contact to) => new(Guid.CreateVersion7(), to, "Pengingat", "Hari posyandu", MessagePurpose.Reminder, DateTime.UtcNow.AddHours(3));

    private async Task<Outcome<Delivery>> Use(Func<IMessageChannel, Task<Outcome<Delivery>>> use, string path = "", string password = SmsSimulator.Password)
    {
        using var http = new HttpClient();
        // Remembered, because one that was stopped has no address any more.
        return await use(new SmsChannel(http, new SmsSettings((_address ??= _simulator.Urls.First()) + "/" + path, SmsSimulator.User, password)));
    }

    private HttpClient Client(string password)
    {
        var http = new HttpClient { BaseAddress = new Uri(_simulator.Urls.First()) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{SmsSimulator.User}:{password}")));
        return http;
    }
}
