namespace Lakudo.Kernel;

/// <summary>A foreign file holds more than is read. It carries the refusal that is shown.</summary>
/// <remarks>It passes through libraries that read streams; whoever opens the file turns it into a refusal.</remarks>
/// <param name="refusal">What is too large, and what to do.</param>
public sealed class FileTooLargeException(Refusal refusal) : Exception(refusal.English)
{
    /// <summary>What is too large, and what to do.</summary>
    public Refusal Refusal => refusal;
}

/// <summary>How many bytes a foreign file may become when it is unpacked. One limit is shared by everything that is unpacked from one file.</summary>
/// <param name="most">Bytes.</param>
public sealed class ExpansionLimit(long most)
{
    /// <summary>Bytes that were unpacked so far.</summary>
    public long Used { get; private set; }

    /// <summary>Counts bytes that were unpacked.</summary>
    /// <exception cref="FileTooLargeException">They are more than the limit (K-030).</exception>
    public void Add(long bytes)
    {
        Used += bytes;
        if (Used > most) throw new FileTooLargeException(KernelRefusals.ExpandsTooFar.With(Math.Max(1, most / (1024 * 1024))));
    }
}

/// <summary>Counts what is read from a stream while it is read, so that a small file that would unpack without end is stopped on the way.</summary>
/// <param name="inner">The unpacking stream; closed with this one.</param>
/// <param name="limit">What it counts against.</param>
public sealed class CountedStream(Stream inner, ExpansionLimit limit) : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => Counted(inner.Read(buffer));

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Counted(await inner.ReadAsync(buffer, cancellationToken));

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private int Counted(int read)
    {
        limit.Add(read);
        return read;
    }
}
