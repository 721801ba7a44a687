using Lakudo.Kernel;

namespace Lakudo.Tests.Kernel;

public sealed class WriterLaneTests
{
    /// <summary>Without the rule the test would wait for ever; so it fails after this.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private readonly WriterLane _lane = new(single: true);

    [Fact]
    public async Task Hall_batches_go_before_others_who_waited_longer()
    {
        var order = new List<string>();
        Task ordinary, hall;
        using (await _lane.Enter(WriterPriority.Ordinary))
        {
            ordinary = await Elsewhere(() => Write(WriterPriority.Ordinary, "akun"));
            hall = await Elsewhere(() => Write(WriterPriority.Hall, "aula"));
        }

        await Task.WhenAll(ordinary, hall);

        Assert.Equal(["aula", "akun"], order);

        async Task Write(WriterPriority priority, string name)
        {
            using var turn = await _lane.Enter(priority);
            order.Add(name);
        }
    }

    [Fact]
    public async Task One_who_gives_up_waiting_does_not_hold_up_the_rest()
    {
        using var impatient = new CancellationTokenSource();
        Task<IDisposable> gaveUp, patient;
        using (await _lane.Enter(WriterPriority.Ordinary))
        {
            gaveUp = await Elsewhere(() => _lane.Enter(WriterPriority.Ordinary, impatient.Token));
            patient = await Elsewhere(() => _lane.Enter(WriterPriority.Ordinary));
            await impatient.CancelAsync();
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gaveUp);
        (await patient).Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_asks_again_inside_its_own_turn_is_told_at_once_which_two_places_they_are(bool single)
    {
        var lane = new WriterLane(single);
        using var turn = await lane.Enter(WriterPriority.Ordinary, by: "cabut persetujuan");

        var fault = await Assert.ThrowsAsync<WriterTurnHeldException>(() => Deeper(lane).WaitAsync(Soon));

        Assert.Contains("\"cabut persetujuan\"", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"\"{nameof(WriterLaneTests)}.{nameof(Deeper)}\"", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_that_was_waited_for_is_known_to_its_flow_too()
    {
        Task second;
        using (await _lane.Enter(WriterPriority.Ordinary))
        {
            second = await Elsewhere(async () =>
            {
                using var turn = await _lane.Enter(WriterPriority.Ordinary);
                await Assert.ThrowsAsync<WriterTurnHeldException>(() => Deeper(_lane).WaitAsync(Soon));
            });
        }

        await second;
    }

    [Fact]
    public async Task One_turn_after_the_other_is_no_fault()
    {
        for (var i = 0; i < 3; i++)
        {
            using var turn = await _lane.Enter(WriterPriority.Ordinary);
        }

        await Deeper(_lane);
    }

    [Fact]
    public async Task Work_begun_inside_a_turn_that_outlives_it_takes_its_own()
    {
        var (over, asked) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        Task outliving;
        using (await _lane.Enter(WriterPriority.Ordinary))
        {
            outliving = Task.Run(async () =>
            {
                await over.Task;
                var turn = _lane.Enter(WriterPriority.Ordinary);
                asked.SetResult();
                (await turn).Dispose();
            });
        }

        using (await _lane.Enter(WriterPriority.Ordinary))
        {
            // Somebody else's turn, or a later one of its own, is not that of the flow that outlived the first: it waits as all do.
            over.SetResult();
            await asked.Task;
            Assert.False(outliving.IsCompleted);
        }

        await outliving;
    }

    [Fact]
    public async Task A_turn_that_was_given_up_is_nobodys()
    {
        using var impatient = new CancellationTokenSource();
        Task second;
        using (await _lane.Enter(WriterPriority.Ordinary))
        {
            second = await Elsewhere(async () =>
            {
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _lane.Enter(WriterPriority.Ordinary, impatient.Token));
                await Deeper(_lane);
            });
            await impatient.CancelAsync();
        }

        await second;
    }

    private static async Task Deeper(WriterLane lane)
    {
        await Task.Yield();
        using var turn = await lane.Enter(WriterPriority.Ordinary);
    }

    /// <summary>Starts work as another request would, which knows nothing of the turn held here.</summary>
    private static Task<T> Elsewhere<T>(Func<T> work)
    {
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(() => Task.FromResult(work()));
        }
    }
}
