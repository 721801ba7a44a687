using Lakudo.Applications;
using Lakudo.Applications.Documents;
using Lakudo.Kernel;
using Lakudo.Notifications;
using Lakudo.Testing;
using Lakudo.Tests.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Applications;

public sealed class FilingTests
{
    private static readonly Caller Citizen = Caller.Public(1) with { Address = "10.0.0.9" };
    private static readonly byte[] Pdf = TestDocuments.Print();

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Online_a_file_is_taken_only_with_a_contact_that_was_confirmed_by_its_own_code(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var form = new FileApplication.Command(office.Local.Service.Id, "Wa Ode Contoh", TestOffice.Nik, Contact: "0812 3456 7890");
        Assert.Equal("A-056", (await office.File(form with { Contact = " " }, Citizen)).Refusal?.Code);
        Assert.Equal("A-056", (await office.File(form, Citizen)).Refusal?.Code);
        var (code, digits) = await Send(office, "0812 3456 7890");

        // What is wrong with the form does not use the code up, nor does a wrong digit.
        Assert.Equal("K-006", (await office.File(form with { Nik = "123", Code = code, Digits = digits }, Citizen)).Refusal?.Code);
        Assert.Equal("N-003", (await office.File(form with { Code = code, Digits = "abc" }, Citizen)).Refusal?.Code);
        var receipt = (await office.File(form with { Code = code, Digits = digits, CardSeen = true }, Citizen)).Value;

        await using var db = office.Read();
        var row = await db.Applications.SingleAsync(a => a.Id == receipt.Id);
        Assert.Equal(ApplicationOrigin.Online, row.Origin);
        Assert.Equal("6281234567890", office.Personal.Open(row.ContactSealed!));
        Assert.Null(row.CardSeenAt);
        Assert.Equal("N-004", (await office.File(form with { Code = code, Digits = digits }, Citizen)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_code_sent_to_one_contact_does_not_confirm_another(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var (code, digits) = await Send(office, "0812 3456 7890");
        var form = new FileApplication.Command(office.Local.Service.Id, "La Contoh", TestOffice.Nik, Contact: "0812 3456 7891", Code: code, Digits: digits);
        Assert.Equal("A-056", (await office.File(form, Citizen)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_applicant_hands_files_in_with_the_secret_and_sends_a_corrected_file_again(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var receipt = (await office.File(office.Local.Service.Id)).Value;
        var requirement = office.Local.Requirements[0].Id;
        Assert.Equal("A-040", (await office.Attach(receipt.Id, requirement, Pdf, Citizen, "AAAAAAAA")).Refusal?.Code);
        Assert.Equal("A-040", (await office.Attach(receipt.Id, requirement, Pdf, Citizen)).Refusal?.Code);
        Assert.Equal("A-049", (await office.Attach(receipt.Id, Guid.CreateVersion7(), Pdf, Citizen, receipt.Secret)).Refusal?.Code);
        Assert.Equal("A-003", (await office.Attach(receipt.Id, requirement, "<html>"u8.ToArray(), Citizen, receipt.Secret)).Refusal?.Code);
        Assert.Empty(Directory.GetFiles(office.Directory, "*", SearchOption.AllDirectories));

        Assert.False((await office.Attach(receipt.Id, requirement, Pdf, Citizen, receipt.Secret)).IsRefused);
        Assert.Equal([1, 0], (await office.Follow(receipt.Number, receipt.Secret)).Value.Requirements.Select(r => r.Files));

        await office.Return(receipt.Id);
        Assert.Equal("A-040", (await office.Resubmit(receipt.Id, Citizen, "AAAAAAAA")).Refusal?.Code);
        Assert.False((await office.Resubmit(receipt.Id, Citizen, receipt.Secret)).IsRefused);
        await office.Complete(receipt.Id);
        Assert.Equal("A-042", (await office.Attach(receipt.Id, requirement, Pdf, Citizen, receipt.Secret)).Refusal?.Code);
        Assert.False((await office.Attach(receipt.Id, requirement, Pdf)).IsRefused);
        await office.Verify(receipt.Id);
        Assert.Equal("A-042", (await office.Attach(receipt.Id, requirement, Pdf)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_upload_sent_twice_is_kept_once(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var receipt = (await office.File(office.Local.Service.Id)).Value;
        var twice = office.Clerk with { Key = "unggah" };
        var first = (await office.Attach(receipt.Id, office.Local.Requirements[0].Id, Pdf, twice)).Value;
        Assert.Equal(first, (await office.Attach(receipt.Id, office.Local.Requirements[0].Id, Pdf, twice)).Value);
        Assert.Single(Directory.GetFiles(office.Directory, "*", SearchOption.AllDirectories));
        Assert.Equal(1, await office.Facts(nameof(ApplicationFileAttached)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Fifty_megabytes_cost_ten_of_reading_and_leave_nothing(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var receipt = (await office.File(office.Local.Service.Id)).Value;
        var big = new byte[50 * 1024 * 1024];
        Pdf.CopyTo(big, 0);
        Assert.Equal("A-001", (await office.Attach(receipt.Id, office.Local.Requirements[0].Id, big)).Refusal?.Code);
        Assert.Empty(Directory.GetFiles(office.Directory, "*", SearchOption.AllDirectories));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_applicants_file_opens_only_for_those_who_work_on_it_and_every_opening_is_journaled(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var receipt = (await office.File(office.Local.Service.Id)).Value;
        var file = (await office.Attach(receipt.Id, office.Local.Requirements[0].Id, Pdf)).Value.File;
        Assert.Equal("K-001", (await office.OpenFile(receipt.Id, file, Citizen)).Refusal?.Code);
        Assert.Equal("K-001", (await office.OpenFile(receipt.Id, file, TestCatalogue.Staff(Role.Inspector))).Refusal?.Code);
        Assert.Equal("A-040", (await office.OpenFile(receipt.Id, file, TestCatalogue.Staff(Role.Verifier, office.Agency + 1))).Refusal?.Code);
        Assert.Equal(0, await office.Facts(nameof(ApplicationFileOpened)));
        var opened = (await office.OpenFile(receipt.Id, file, office.Verifier)).Value;
        await using var content = opened.Content;
        Assert.Equal((UploadKind.Pdf, (long)Pdf.Length), (opened.Kind, content.Length));
        Assert.Equal(1, await office.Facts(nameof(ApplicationFileOpened)));
    }

    private static async Task<(Guid Code, string Digits)> Send(TestOffice office, string contact)
    {
        var phone = new Phone();
        var sent = await office.With((db, commit) => new SendContactCode(db, commit, office.Clock, office.Personal, [phone]).Run(Citizen, new(contact)));
        return (sent.Value.Code, phone.Text[..6]);
    }

    private sealed class Phone : IMessageChannel
    {
        public string Text { get; private set; } = "";

        public ContactKind Kind => ContactKind.Phone;

        public bool IsSimulated => true;

        public Task<Outcome<Done>> Send(Contact to, string subject, string text, CancellationToken ct)
        {
            Text = text;
            return Task.FromResult<Outcome<Done>>(new Done());
        }
    }
}
