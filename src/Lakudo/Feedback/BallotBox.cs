namespace Lakudo.Feedback;

/// <summary>
/// When waiting answers may be counted. An answer that is counted alone could be told apart by whoever compares the index before and after; so answers wait, sealed,
/// until five of one service can be opened together.
/// </summary>
/// <remarks>Rare services never gather five: what waited longer than its month is opened together with other services of the agency, and loses its service.</remarks>
internal static class BallotBox
{
    /// <summary>The fewest that are opened together, and the fewest of which anything is shown.</summary>
    internal const int Fewest = 5;

    /// <summary>What opens with a new answer.</summary>
    /// <param name="OfService">Answers of the new one's service, itself among them; empty while they are too few.</param>
    /// <param name="OfAgency">Answers of earlier months that are counted for the agency only.</param>
    internal sealed record Opened(IReadOnlyList<Ballot> OfService, IReadOnlyList<Ballot> OfAgency);

    /// <summary>Decides.</summary>
    /// <param name="waiting">Everything that waits in the agency.</param>
    /// <param name="cast">The new answer.</param>
    /// <param name="month">The present month.</param>
    internal static Opened Open(IReadOnlyList<Ballot> waiting, Ballot cast, DateOnly month)
    {
        List<Ballot> ofService = [.. waiting.Where(b => b.ServiceId == cast.ServiceId), cast];
        if (ofService.Count < Fewest) ofService = [];
        List<Ballot> left = [.. waiting.Where(b => b.Month < month && !ofService.Contains(b))];
        return new Opened(ofService, left.Count < Fewest ? [] : left);
    }
}
