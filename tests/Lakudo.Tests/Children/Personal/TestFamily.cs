using Lakudo.Applications.Documents;
using Lakudo.Field;
using Lakudo.Kernel;
using Lakudo.Tests.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Personal;

/// <summary>A posyandu with the verbs of personal data, and a family to ask about.</summary>
internal sealed class TestFamily : IAsyncDisposable
{
    internal const string MothersNik = "7414016505950001";
    internal const string ChildsNik = "7414015001250002";
    private readonly string _files = Directory.CreateTempSubdirectory("lakudo-test-").FullName;

    private TestFamily(TestPosyandu posyandu)
    {
        Posyandu = posyandu;
        Privacy = new TestPrivacy(posyandu.Read, posyandu.Clock, posyandu.Personal, posyandu.Lane, new FileVault(_files));
    }

    internal TestPosyandu Posyandu { get; }

    internal TestPrivacy Privacy { get; }

    internal TestPhone Phone { get; private set; } = null!;

    /// <summary>Sitti Aisyah with a NIK of her own, measured twice.</summary>
    internal NewChild Elder { get; private set; } = null!;

    /// <summary>Her sister without one.</summary>
    internal NewChild Younger { get; private set; } = null!;

    internal NewPregnancy Pregnancy { get; private set; } = null!;

    /// <summary>Another mother's child, who must never be touched.</summary>
    internal NewChild Neighbour { get; private set; } = null!;

    internal static async Task<TestFamily> Open(Testing.Vendor vendor)
    {
        var posyandu = await TestPosyandu.Open(vendor);
        var test = new TestFamily(posyandu) { Phone = await posyandu.Phone() };
        test.Elder = posyandu.Girl("Sitti Aisyah") with { Nik = ChildsNik, Address = "Jalan Poros 12", BirthOrder = 1, BirthWeight = 3_100 };
        test.Younger = posyandu.Girl("Wa Rini", birth: new DateOnly(2025, 11, 20)) with { BirthOrder = 2 };
        test.Neighbour = posyandu.Girl("Wa Tina", motherNik: "7414016505950009") with { MotherName = "Wa Tetangga" };
        test.Pregnancy = new NewPregnancy { Id = Guid.CreateVersion7(), At = posyandu.Clock.Now, Name = "Wa Ode Sari", Nik = MothersNik, Address = "Jalan Poros 12", DueDate = new DateOnly(2026, 9, 1), HasConsent = true };
        var visit = new PregnancyVisit { Id = Guid.CreateVersion7(), Pregnancy = test.Pregnancy.Id, Day = new DateOnly(2026, 3, 2), At = posyandu.Clock.Now, Weight = 52_000, Arm = 2_350 };
        var service = new ChildService(Guid.CreateVersion7(), test.Elder.Id, new DateOnly(2026, 2, 2), posyandu.Clock.Now, ChildServiceKind.VitaminARed, true);
        Assert.Equal(BatchVerdict.Accepted, (await test.Phone.Send(test.Elder, test.Younger, test.Neighbour, test.Pregnancy, visit, service,
            posyandu.Measured(test.Elder.Id, 8_800, day: new DateOnly(2026, 2, 2)), posyandu.Measured(test.Elder.Id), posyandu.Measured(test.Neighbour.Id))).Value.Verdict);
        return test;
    }

    /// <summary>How many rows of each kind the database holds, and how many measurements count.</summary>
    internal async Task<(int Children, int Measurements, int Counting, int Services, int Visits)> Numbers()
    {
        await using var db = Posyandu.Read();
        return (await db.Set<Lakudo.Children.Register.Child>().CountAsync(), await db.Set<Lakudo.Children.Measuring.MeasuredChild>().CountAsync(),
            await db.Set<Lakudo.Children.Measuring.MeasuredChild>().CountAsync(m => m.State == MeasurementState.Counts && m.WeightForAge != null),
            await db.Set<Lakudo.Children.Register.GivenService>().CountAsync(), await db.Set<Lakudo.Children.Register.VisitOfPregnancy>().CountAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Posyandu.DisposeAsync();
        Directory.Delete(_files, recursive: true);
    }
}
