using System.Collections.Concurrent;

namespace Lakudo.Web.Simulators;

/// <summary>A message that a simulator took.</summary>
/// <param name="At">When, on the machine's clock.</param>
/// <param name="Channel">WhatsApp, Surel or SMS.</param>
/// <param name="To">Whom it was for.</param>
/// <param name="Text">Its text.</param>
public sealed record SimulatedMessage(DateTimeOffset At, string Channel, string To, string Text);

/// <summary>What the message simulators took, newest first; the sample shows it at <c>/simulator/pesan</c>.</summary>
public sealed class SimulatedMessages(TimeProvider time)
{
    private const int Kept = 100;
    private readonly ConcurrentQueue<SimulatedMessage> _messages = new();

    /// <summary>The last hundred messages.</summary>
    public IReadOnlyList<SimulatedMessage> Latest => [.. _messages.Reverse()];

    /// <summary>Takes a message.</summary>
    public void Take(string channel, string to, string text)
    {
        _messages.Enqueue(new SimulatedMessage(time.GetUtcNow(), channel, to, text));
        while (_messages.Count > Kept)
        {
            _messages.TryDequeue(out _);
        }
    }
}
