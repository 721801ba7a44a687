using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall.Setup;

/// <summary>Notes that a kiosk, counter computer or board is alive, so that the doctor can name the one that is not.</summary>
/// <remarks>Not journaled: nobody decided anything. Written every five minutes at most, so that sixty devices cost the disk little.</remarks>
public sealed class NoteDeviceSeen(LakudoDb db, Clock clock, WriterLane lane)
{
    /// <summary>How exact the moment is.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    /// <summary>Notes it for the calling device. Refused with K-001 to whoever is no device.</summary>
    /// <param name="caller">The device itself.</param>
    /// <param name="last">When it was noted last, as read with the device.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Outcome<Done>> Run(Caller caller, DateTime? last, CancellationToken ct = default)
    {
        var device = caller with { Assignments = [.. caller.Assignments.Where(a => a.Region == caller.Region && a.Role is Role.Kiosk or Role.CounterDevice or Role.Board)] };
        if (device.Assignments.IsEmpty)
        {
            return KernelRefusals.NotAllowed;
        }

        var now = clock.Now;
        // A clock that was set back must not silence a device until it has caught up.
        if (last is { } noted && noted <= now && now - noted < Every)
        {
            return new Done();
        }

        using var turn = await lane.Enter(WriterPriority.Ordinary, ct);
        await db.As(device).Devices.Where(d => d.RegionId == caller.Region && d.Id == caller.Id).ExecuteUpdateAsync(s => s.SetProperty(d => d.LastSeenAt, now), ct);
        return new Done();
    }
}
