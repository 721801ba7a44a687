using System.Security.Cryptography;

namespace Lakudo.Web.Backups;

/// <summary>
/// Encrypts what is written in chunks of one MiB with AES-256-GCM. The nonce is the chunk's number and whether it is the last, so that chunks cannot be
/// exchanged, repeated or left out, and an archive that was cut has no last chunk. A content key is used for one archive only.
/// </summary>
internal sealed class SealingStream : Stream
{
    internal const int ChunkSize = 1 << 20;
    internal const int TagSize = 16;
    private readonly Stream _to;
    private readonly AesGcm _cipher;
    private readonly byte[] _bound;
    private readonly byte[] _plain = new byte[ChunkSize];
    private readonly byte[] _sealed = new byte[ChunkSize + TagSize];
    private int _filled;
    private uint _chunk;

    internal SealingStream(Stream to, byte[] key, byte[] headerHash) => (_to, _cipher, _bound) = (to, new AesGcm(key, TagSize), headerHash);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            // A full chunk waits for the next byte: only then is it known not to be the last.
            if (_filled == ChunkSize) Emit(last: false);
            var part = Math.Min(buffer.Length, ChunkSize - _filled);
            buffer[..part].CopyTo(_plain.AsSpan(_filled));
            _filled += part;
            buffer = buffer[part..];
        }
    }

    /// <summary>Writes the last chunk. Without it the archive cannot be opened to its end.</summary>
    internal void Finish() => Emit(last: true);

    internal static void Nonce(Span<byte> nonce, uint chunk, bool last)
    {
        nonce.Clear();
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(nonce[7..], chunk);
        nonce[11] = last ? (byte)1 : (byte)0;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _cipher.Dispose();
        CryptographicOperations.ZeroMemory(_plain);
        base.Dispose(disposing);
    }

    private void Emit(bool last)
    {
        Span<byte> nonce = stackalloc byte[12];
        Nonce(nonce, _chunk, last);
        _cipher.Encrypt(nonce, _plain.AsSpan(0, _filled), _sealed.AsSpan(0, _filled), _sealed.AsSpan(_filled, TagSize), _bound);
        _to.Write(_sealed, 0, _filled + TagSize);
        _chunk = checked(_chunk + 1);
        _filled = 0;
    }
}
