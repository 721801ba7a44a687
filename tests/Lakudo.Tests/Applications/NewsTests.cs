using System.Text.Json;
using Lakudo.Applications;
using Lakudo.Applications.News;
using Lakudo.Hall;
using Lakudo.Kernel;
using Lakudo.Notifications;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Applications;

public sealed class NewsTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task An_applicant_who_left_a_contact_hears_what_became_of_it_with_the_way_to_its_page_and_no_name(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var phone = new Channel();
        var receipt = (await office.File(office.Local.Service.Id, contact: "0812 3456 7890")).Value;
        await Deliver(office, phone);
        Assert.Empty(phone.Sent);

        await office.Return(receipt.Id);
        await Deliver(office, phone);
        await Deliver(office, phone);
        var (to, text) = Assert.Single(phone.Sent);
        Assert.Equal("6281234567890", to);
        Assert.Contains($"https://mpp.contoh.go.id/lacak/{receipt.Number}/{receipt.Secret}", text);
        Assert.Contains("dikembalikan", text);
        Assert.DoesNotContain("Wa Ode", text);
        Assert.DoesNotContain("KK buram", text);

        await office.Resubmit(receipt.Id);
        await office.Complete(receipt.Id);
        await office.Verify(receipt.Id);
        await office.Decide(receipt.Id);
        await Deliver(office, phone);
        Assert.Single(phone.Sent);
        await office.Sign((await office.Issue(receipt.Id)).Value.Document);
        await Deliver(office, phone);
        Assert.Contains("sudah selesai", phone.Sent[^1].Text);
        Assert.Equal(2, phone.Sent.Count);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_left_no_contact_is_not_told_and_a_channel_that_is_down_is_tried_again(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var phone = new Channel();
        var silent = (await office.File(office.Local.Service.Id)).Value;
        await office.Return(silent.Id);
        await Deliver(office, phone);
        Assert.Empty(phone.Sent);

        var receipt = (await office.File(office.Local.Service.Id, contact: "0812 3456 7890")).Value;
        phone.IsDown = true;
        await office.Return(receipt.Id);
        await Deliver(office, phone);
        phone.IsDown = false;
        ((MovableTime)office.Clock.Time).Move(TimeSpan.FromMinutes(5));
        await Deliver(office, phone);
        Assert.Single(phone.Sent);
        Assert.Equal("K-001", (await office.With((db, _) => Teller(office, db, phone).Run(office.Clerk, receipt.Id))).Refusal?.Code);
        Assert.Equal("K-001", (await office.With((db, _) => Teller(office, db, phone).Run(Caller.Public(1), receipt.Id))).Refusal?.Code);
    }

    private static TellApplicant Teller(TestOffice office, LakudoDb db, IMessageChannel channel) =>
        new(db, office.Personal, new PublicAddress(office.Office.PublicAddress), new HallDirectory(office.Contexts), [channel]);

    /// <summary>Delivers the outbox as the program's worker does.</summary>
    private static Task<int> Deliver(TestOffice office, Channel channel) => office.With((db, _) =>
    {
        var news = Teller(office, db, channel);
        return new DeliverOutbox(db, office.Clock, office.Lane, [new OnApplicationReturned(news), new OnApplicationDecided(news), new OnOutsideReferenceRecorded(news), new OnDocumentSigned(db, news)]).Run();
    });

    private sealed class Channel : IMessageChannel
    {
        public List<(string To, string Text)> Sent { get; } = [];

        public bool IsDown { get; set; }

        public ContactKind Kind => ContactKind.Phone;

        public bool IsSimulated => true;

        public Task<Outcome<Done>> Send(Contact to, string subject, string text, CancellationToken ct)
        {
            if (IsDown) return Task.FromResult<Outcome<Done>>(NotificationRefusals.ChannelDown);
            Sent.Add((to.Value, text));
            return Task.FromResult<Outcome<Done>>(new Done());
        }
    }
}
