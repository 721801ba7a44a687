using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Lakudo.Applications.Documents;
using Lakudo.Calendar;
using Lakudo.Hall;
using Lakudo.Hall.Live;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Tests.Hall;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Architecture;

/// <summary>
/// Every verb and view of the rules is tried by somebody with two roles, one that permits it and one that does not: what is seen, which role is journaled and what is answered are those of the role that permits,
/// whichever of the two is bound to an agency. A new verb or view is tried by itself.
/// </summary>
public sealed class TwoRolesTests
{
    private const int Agency = 1;
    private static readonly Guid Account = Guid.Parse("01900000-0000-7000-8000-00000000000a");
    private static readonly Role[] Roles = [.. Enum.GetValues<Role>().Where(r => r != Role.System)];

    /// <summary>What never asks the table of allowed acts: open to anyone, or to whoever it is about.</summary>
    public static TheoryData<Type> All => [.. typeof(LakudoDb).Assembly.GetTypes().Where(IsVerbOrView).OrderBy(t => t.FullName, StringComparer.Ordinal)];

    [Fact]
    public async Task Only_the_role_that_permits_says_what_is_seen_and_who_is_journaled()
    {
        await using var hall = await TestHall.Open(Vendor.Sqlite);
        List<string> wrong = [];
        var tried = 0;
        foreach (var type in All.Select(row => row.Data))
        {
            foreach (var run in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Where(m => m.Name == "Run" && m.GetParameters().FirstOrDefault()?.ParameterType == typeof(Caller)))
            {
                var name = type.Name;
                Dictionary<Role, Seen> alone = [];
                async Task<Seen> Alone(Role role) => alone.TryGetValue(role, out var known) ? known : alone[role] = await Try(hall, type, run, new Assignment(role, 1));
                // Somebody with every role is narrowed to those that permit; where nobody was narrowed, each role says by itself whether it is refused.
                var permitting = await Narrowed(hall, type, run);
                var asksHere = permitting.Length < Roles.Length;
                if (!asksHere) foreach (var role in Roles) await Alone(role);
                if (!asksHere) permitting = [.. Roles.Where(r => !alone[r].IsRefused)];
                if (permitting.Length == Roles.Length || permitting.Length == 0) continue;
                var refused = Roles.First(r => !permitting.Contains(r));
                foreach (var role in permitting.Take(2))
                {
                    var bound = await Try(hall, type, run, new Assignment(role, 1, Agency: Agency));
                    var first = await Try(hall, type, run, new(refused, 1), new(role, 1, Agency: Agency));
                    var second = await Try(hall, type, run, new(refused, 1, Agency: Agency), new(role, 1));
                    if (first != bound) wrong.Add($"{name}: {role} of one agency beside {refused}: {first} instead of {bound}");
                    if (second != await Alone(role)) wrong.Add($"{name}: {role} beside {refused} of one agency: {second} instead of {alone[role]}");
                    tried++;
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(tried > 150, $"only {tried} were tried");
    }

    [Fact]
    public void Several_roles_that_permit_are_one_union_and_a_role_of_another_region_counts_for_nothing()
    {
        var caller = new Caller(1, Account, [new(Role.Verifier, 1, Agency: 2), new(Role.CounterOfficer, 1, Agency: 1), new(Role.HallManager, 1), new(Role.Inspector, 2)]);
        Assert.Equal([1, 2], caller.AgenciesFor(Act.ReadApplications)!.Value);
        Assert.Equal([Role.CounterOfficer, Role.Verifier], caller.For(Act.ReadApplications).Assignments.Select(a => a.Role));
        Assert.Equal([Role.Verifier], caller.For(Act.CheckApplication, agency: 2).Assignments.Select(a => a.Role));
        Assert.Null((caller with { Region = 2 }).AgenciesFor(Act.ReadApplications));
        Assert.NotNull(caller.MayNot(Act.ReadJournal));
        Assert.Equal([1, 2], Scope.Of(caller).Agencies!.Value.Order());
    }

    /// <summary>The roles to which somebody with every role is narrowed; all of them where the table is not asked by the context.</summary>
    private static async Task<Role[]> Narrowed(TestHall hall, Type type, MethodInfo run)
    {
        var seen = await Try(hall, type, run, [.. Roles.Select(r => new Assignment(r, 1))]);
        return seen.As.Length == 0 ? Roles : [.. seen.As.Split(',').Select(Enum.Parse<Role>)];
    }

    private static async Task<Seen> Try(TestHall hall, Type type, MethodInfo run, params Assignment[] held)
    {
        var caller = new Caller(1, Account, [.. held]) { Address = "192.0.2.1" };
        await using var db = hall.CreateDbContext();
        HallAsk? asked = null;
        var commit = new Commit(db, hall.Clock, hall.Lane);
        var desk = new HallDesk((_, ask) => { asked = ask; return Task.FromResult(new HallReply(KernelRefusals.NotFound, null, null, 0)); }, hall.Directory, hall.Clock, hall.Personal);
        object? Known(Type wanted) =>
            wanted == typeof(LakudoDb) ? db : wanted == typeof(Commit) ? commit : wanted == typeof(Clock) ? hall.Clock : wanted == typeof(PersonalData) ? hall.Personal
            : wanted == typeof(HallDesk) ? desk : wanted == typeof(HallDirectory) ? hall.Directory : wanted == typeof(HallMirrors) ? hall.Mirrors : wanted == typeof(WorkingDayCalendar) ? TestHall.Holidays
            : wanted == typeof(Lakudo.Catalogue.CatalogueEdition) ? hall.Edition : wanted == typeof(IDbContextFactory<LakudoDb>) ? hall : null;
        string answer;
        try
        {
            var task = run.Invoke(Made.Of(type, Known), [caller, .. run.GetParameters().Skip(1).Select(p => p.HasDefaultValue && p.ParameterType != typeof(CancellationToken) ? p.DefaultValue : Made.Of(p.ParameterType, Known))])!;
            await (Task)(task is ValueTask value ? value.AsTask() : task.GetType().Name.StartsWith("ValueTask", StringComparison.Ordinal) ? task.GetType().GetMethod("AsTask")!.Invoke(task, null)! : task);
            var outcome = task.GetType().GetProperty("Result")?.GetValue(task);
            answer = (outcome?.GetType().GetProperty("Refusal")?.GetValue(outcome) as Refusal)?.Code ?? JsonSerializer.Serialize(outcome is null ? "" : Value(outcome), Journal.Json);
        }
        catch (Exception e)
        {
            answer = (e is TargetInvocationException { InnerException: { } inner } ? inner : e).GetType().Name;
        }

        var sees = db.Scope.Agencies is { } agencies ? string.Join(',', agencies) : "all";
        // What a command answers changes with what was done before; what a view answers does not.
        if (answer != KernelRefusals.NotAllowed.Code && run.GetParameters().Any(p => p.ParameterType.Name == "Command")) answer = "";
        return new(answer, answer == KernelRefusals.NotAllowed.Code ? "" : sees, answer == KernelRefusals.NotAllowed.Code ? "" : string.Join(',', db.Acting?.Assignments.Select(a => a.Role) ?? []), asked is null ? "" : $"{asked.Role} {(asked.Agencies is { } own ? string.Join(',', own) : "all")}");
    }

    private static object Value(object outcome) => outcome.GetType().GetProperty("Value") is { } value && outcome.GetType().Name.StartsWith("Outcome", StringComparison.Ordinal) ? value.GetValue(outcome)! : outcome.GetType().Name;

    private static bool IsVerbOrView(Type type) => type is { IsPublic: true, IsSealed: true, IsClass: true } && type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        .Any(m => m.Name == "Run" && m.GetParameters().FirstOrDefault()?.ParameterType == typeof(Caller));

    /// <param name="Answer">The answer as JSON, or the refusal's code.</param>
    /// <param name="Sees">The agencies whose private rows are seen.</param>
    /// <param name="As">The roles under which it would be journaled.</param>
    /// <param name="AtDesk">The same as the hall's day is told.</param>
    private sealed record Seen(string Answer, string Sees, string As, string AtDesk)
    {
        internal bool IsRefused => Answer == KernelRefusals.NotAllowed.Code;
    }

    /// <summary>Makes verbs with what they need, and commands with something in every place.</summary>
    private static class Made
    {
        internal static object? Of(Type type, Func<Type, object?> known, int depth = 0)
        {
            if (known(type) is { } had) return had;
            if (Nullable.GetUnderlyingType(type) is not null || type == typeof(CancellationToken)) return type.IsValueType && Nullable.GetUnderlyingType(type) is null ? default(CancellationToken) : null;
            if (type == typeof(string)) return "x";
            if (type == typeof(int)) return 1;
            if (type == typeof(Guid)) return Account;
            if (type == typeof(DateOnly)) return new DateOnly(2026, 3, 2);
            if (type == typeof(DateTime)) return new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);
            if (typeof(Stream).IsAssignableFrom(type)) return Stream.Null;
            if (type.IsArray) return Array.CreateInstance(type.GetElementType()!, 0);
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return type.GetField("Empty")!.GetValue(null);
            if (type.IsInterface && type.IsGenericType && type.IsAssignableFrom(type.GetGenericArguments()[0].MakeArrayType())) return Array.CreateInstance(type.GetGenericArguments()[0], 0);
            if (type.IsEnum || type.IsPrimitive || type.IsInterface || type.IsAbstract || typeof(Delegate).IsAssignableFrom(type) || depth > 4) return type.IsValueType ? Activator.CreateInstance(type) : null;
            var made = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(c => !c.GetParameters().Any(p => p.ParameterType == type)).OrderByDescending(c => c.GetParameters().Length).FirstOrDefault();
            if (made is null) return type.IsValueType ? Activator.CreateInstance(type) : null;
            try
            {
                return made.Invoke([.. made.GetParameters().Select(p => Of(p.ParameterType, known, depth + 1))]);
            }
            catch (Exception e) when (e is TargetInvocationException or ArgumentException)
            {
                return null;
            }
        }
    }
}
