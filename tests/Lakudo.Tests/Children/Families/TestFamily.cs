using Lakudo.Children.Families;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Lakudo.Testing;

namespace Lakudo.Tests.Children.Families;

/// <summary>A girl of posyandu Melati with two weighings, and what her midwife and her family can do.</summary>
internal sealed class TestFamily : IAsyncDisposable
{
    internal static readonly DateOnly Birth = new(2025, 1, 10);

    private TestFamily(TestPosyandu test, NewChild girl) => (Test, Girl) = (test, girl);

    internal TestPosyandu Test { get; }

    internal NewChild Girl { get; }

    internal static Caller Mother => Caller.Public(1) with { Address = "10.0.0.1" };

    internal static async Task<TestFamily> Open(Vendor vendor)
    {
        var test = await TestPosyandu.Open(vendor);
        var girl = test.Girl();
        var phone = await test.Phone();
        Assert.Equal(BatchVerdict.Accepted, (await phone.Send(girl, test.Measured(girl.Id, 8_700, day: new DateOnly(2026, 2, 2)), test.Measured(girl.Id),
            new ChildService(Guid.CreateVersion7(), girl.Id, new DateOnly(2026, 2, 2), test.Clock.Now, ChildServiceKind.VitaminARed, true))).Value.Verdict);
        return new TestFamily(test, girl);
    }

    internal Task<Outcome<IssueFamilyCard.Answer>> Issue(Caller? by = null, Guid? child = null) =>
        Test.With((db, commit) => new IssueFamilyCard(db, commit, Test.Clock, Test.Personal).Run(by ?? Test.Midwife, new(child ?? Girl.Id)));

    internal Task<Outcome<Done>> Revoke(Guid card, Caller? by = null) => Test.With((db, commit) => new RevokeFamilyCard(db, commit, Test.Clock).Run(by ?? Test.Midwife, new(card)));

    internal Task<Outcome<Done>> Unlock(Guid card, Caller? by = null) => Test.With((db, commit) => new UnlockFamilyCard(db, commit, Test.Clock).Run(by ?? Test.Midwife, new(card)));

    internal Task<Outcome<System.Collections.Immutable.ImmutableArray<FamilyCardsOfChild.Row>>> Cards(Guid? child = null, Caller? by = null) =>
        Test.With((db, commit) => new FamilyCardsOfChild(db, commit, Test.Clock, Test.Personal).Run(by ?? Test.Midwife, child ?? Girl.Id));

    internal Task<Outcome<FamilyCardsOfChild.Sticker>> Print(Guid card, Caller? by = null) =>
        Test.With((db, commit) => new FamilyCardsOfChild(db, commit, Test.Clock, Test.Personal).Print(by ?? Test.Midwife, card));

    internal Task<Outcome<OpenFamilyPage.Answer>> Open(string token, string pin, DateOnly? birth = null, Caller? by = null) =>
        Test.With((db, commit) => new OpenFamilyPage(db, commit, Test.Clock, Test.Personal).Run(by ?? Mother, new(token, birth ?? Birth, pin)));

    internal Task<Outcome<FamilyPage.Answer>> Read(OpenFamilyPage.Answer open, Caller? by = null) =>
        Test.With((db, commit) => new FamilyPage(db, commit, Test.Clock, Test.Personal).Run(by ?? Mother, open.Session, open.Secret));

    internal Task<Outcome<Done>> Close(OpenFamilyPage.Answer open, Caller? by = null) =>
        Test.With((db, commit) => new CloseFamilyPage(db, commit, Test.Clock, Test.Personal).Run(by ?? Mother, new(open.Session, open.Secret)));

    /// <summary>A card as the midwife hands it out.</summary>
    internal async Task<(Guid Card, string Token, string Pin)> Card(Guid? child = null)
    {
        var made = (await Issue(child: child)).Value;
        return (made.Card, (await Print(made.Card)).Value.Token, made.Pin);
    }

    internal static string Other(string pin) => pin[0] == '1' ? '2' + pin[1..] : '1' + pin[1..];

    public ValueTask DisposeAsync() => Test.DisposeAsync();
}
