namespace Lakudo.Kernel;

/// <summary>What somebody unauthorised had in hands, and from when to when.</summary>
/// <param name="IsStore">Whether a store itself was taken: database, backup, files.</param>
/// <param name="Accounts">Otherwise the accounts and devices that were used.</param>
/// <param name="Sight">What these accounts could see by their roles without it being journaled; for a store, everything.</param>
/// <param name="Activity">Only data of this activity of the record of processing; null for all.</param>
/// <param name="From">UTC.</param>
/// <param name="Until">UTC.</param>
public sealed record BreachScope(bool IsStore, IReadOnlyList<Guid> Accounts, SeenBy Sight, string? Activity, DateTime From, DateTime Until);

/// <summary>What could be read.</summary>
/// <param name="Everything">Whether all agencies' records.</param>
/// <param name="Agencies">Otherwise these agencies'.</param>
public sealed record SeenBy(bool Everything, IReadOnlyList<int> Agencies);

/// <summary>A person affected by a breach.</summary>
/// <param name="Id">The record through which.</param>
/// <param name="Reference">Its number, by which the person can be found.</param>
/// <param name="Name">In clear; shown masked on screens.</param>
/// <param name="Contact">Where the person can be told; null where none is known.</param>
/// <param name="Since">The first UTC moment at which it was or could be seen.</param>
/// <param name="Certain">Whether the journal shows that it was opened or changed; otherwise it lay open and nobody can say.</param>
/// <param name="Data">What was seen, in words.</param>
public sealed record Exposed(Guid Id, string Reference, string Name, string? Contact, DateTime Since, bool Certain, string Data);

/// <summary>One module's answer to: whose data was it?</summary>
public interface IExposure
{
    /// <summary>The device of this module that is meant by something typed, such as a number on a page; null where it knows no such device.</summary>
    Task<Guid?> Device(string typed, CancellationToken ct) => Task.FromResult<Guid?>(null);

    /// <summary>Those affected, one row a record. The database already sees the region.</summary>
    Task<IReadOnlyList<Exposed>> Of(BreachScope scope, CancellationToken ct);
}
