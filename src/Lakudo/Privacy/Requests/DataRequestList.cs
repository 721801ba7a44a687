using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy.Requests;

/// <summary>The requests of data subjects: those that wait, the one due first at the top, then the last ones closed.</summary>
public sealed class DataRequestList(LakudoDb db)
{
    private const int Most = 100;

    /// <summary>A request.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Kind">What is asked for.</param>
    /// <param name="Masked">By what the person is looked up, masked; empty once forgotten.</param>
    /// <param name="ReceivedAt">UTC.</param>
    /// <param name="DueAt">Until when it must be answered, UTC.</param>
    /// <param name="ClosedAt">UTC; null while open.</param>
    /// <param name="Granted">Whether it was done as asked.</param>
    /// <param name="Outcome">What was answered.</param>
    public sealed record Row(Guid Id, DataRequestKind Kind, string Masked, DateTime ReceivedAt, DateTime DueAt, DateTime? ClosedAt, bool Granted, string? Outcome);

    /// <summary>Refused with K-001.</summary>
    public async Task<Outcome<IReadOnlyList<Row>>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNotForAll(caller, Act.AnswerDataRequest) is { } refusal) return refusal;
        var rows = await db.DataRequests.AsNoTracking().OrderByDescending(r => r.ClosedAt == null).ThenByDescending(r => r.ReceivedAt).Take(Most).ToListAsync(ct);
        return rows.Select(Of).OrderBy(r => r.ClosedAt is not null).ThenBy(r => r.ClosedAt is null ? r.DueAt : DateTime.MaxValue).ThenByDescending(r => r.ReceivedAt).ToList();
    }

    internal static Row Of(DataRequest r) => new(r.Id, r.Kind, r.Masked, r.ReceivedAt, r.DueAt, r.ClosedAt, r.Granted, r.Outcome);
}
