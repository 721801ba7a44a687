using Lakudo.Kernel;

namespace Lakudo.Tests.Kernel;

public sealed class WriterLaneTests
{
    [Fact]
    public async Task Hall_batches_go_before_others_who_waited_longer()
    {
        var lane = new WriterLane(single: true);
        var order = new List<string>();
        var first = await lane.Enter(WriterPriority.Ordinary);
        async Task Write(WriterPriority priority, string name)
        {
            using var turn = await lane.Enter(priority);
            order.Add(name);
        }

        var ordinary = Write(WriterPriority.Ordinary, "akun");
        var hall = Write(WriterPriority.Hall, "aula");
        first.Dispose();
        await Task.WhenAll(ordinary, hall);

        Assert.Equal(["aula", "akun"], order);
    }

    [Fact]
    public async Task One_who_gives_up_waiting_does_not_hold_up_the_rest()
    {
        var lane = new WriterLane(single: true);
        var first = await lane.Enter(WriterPriority.Ordinary);
        using var impatient = new CancellationTokenSource();
        var gaveUp = lane.Enter(WriterPriority.Ordinary, impatient.Token);
        var patient = lane.Enter(WriterPriority.Ordinary);
        await impatient.CancelAsync();
        first.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gaveUp);
        (await patient).Dispose();
    }
}
