using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy;

/// <summary>
/// First answers of the last day. They are sealed and say of nobody whose they are, so an erasure takes all of the region that were given until then. A request that is sent again afterwards
/// meets the rules of its verb.
/// </summary>
internal sealed class StoredAnswerRecords(LakudoDb db) : IPersonalRecords
{
    public Task<IReadOnlyList<HeldRecord>> Held(Person person, CancellationToken ct) => Task.FromResult<IReadOnlyList<HeldRecord>>([]);

    public Task<IReadOnlyList<PersonalSection>> Tell(Person person, CancellationToken ct) => Task.FromResult<IReadOnlyList<PersonalSection>>([]);

    public async Task<Erased> Erase(Person person, DateTime until, CancellationToken ct)
    {
        // Not counted: where nothing else is held of the person, there is nothing to erase.
        await db.StoredAnswers.Where(a => a.At <= until).ExecuteDeleteAsync(ct);
        return Erased.Nothing;
    }
}
