using Lakudo.Kernel;

namespace Lakudo.Identity;

/// <summary>Journals what an inspector is about to read, before the answer leaves.</summary>
public sealed class RecordRead(Commit commit)
{
    /// <summary>What is read.</summary>
    /// <param name="Path">The address without what was searched for; it holds ids, never names.</param>
    public sealed record Command(string Path);

    private sealed record InspectorRead(Guid Subject, string Path) : IFact;

    /// <summary>Refused with K-001 to others than an inspector with an account: nobody else's reading is recorded here.</summary>
    public async Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        if (!caller.Is(Role.Inspector) || caller.Id is not { } account)
        {
            return KernelRefusals.NotAllowed;
        }

        var path = command.Path.Length > 200 ? command.Path[..200] : command.Path;
        return await commit.Note(caller.OnlyAs(Role.Inspector), new InspectorRead(account, path), ct) is { } refusal ? refusal : new Done();
    }
}
