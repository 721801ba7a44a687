using System.Security.Cryptography;
using System.Text.Json;
using Lakudo.Field;
using Lakudo.Field.Phone;

namespace Lakudo.Posyandu.Phone;

/// <summary>Work that goes to the puskesmas without a signal: as a file or as QR codes, and the receipt that comes back by word of mouth.</summary>
internal sealed class HandOvers(Desk desk)
{
    private const int SecretBytes = 16;

    /// <summary>Everything unsent of this phone, sealed, as the text of a <see cref="SealedFile"/>; null when nothing waits or the app is locked.</summary>
    public async Task<string?> Text()
    {
        if (desk.Workbook is not { } workbook || workbook.HandOver(desk.Now, RandomNumberGenerator.GetBytes(SecretBytes)) is not { } ready) return null;
        await desk.Write(ready.Step);
        var box = JsonSerializer.Deserialize(await Vault.HandOver(ready.Id.ToString(), ready.Payload), FieldJson.Default.SealedBatch)!;
        return Written(new SealedFile(workbook.Book.Device, workbook.Book.Posyandu.Name, desk.Now, []) { HandOver = box });
    }

    /// <summary>Saves it as a file. Sealed copies that an earlier registration of this phone left, and all of them where the app cannot be opened any more, become files of their own.</summary>
    public async Task SaveFile()
    {
        if (desk.Workbook is { } workbook && await Text() is { } text) Save(workbook.Book.Device, text);
        var copies = JsonSerializer.Deserialize(await Vault.Sealed(), AppJson.Default.ListSealedCopy)!;
        foreach (var own in copies.Where(copy => copy.Device != desk.Workbook?.Book.Device).GroupBy(copy => copy.Device))
            Save(own.Key, Written(new SealedFile(own.Key, desk.State!.Name ?? "Posyandu", desk.Now, [.. own.Select(copy => copy.Batch)])));
    }

    /// <summary>Takes the code of a receipt; how many visits it was about, or null for a code of no hand-over of this phone. Small letters, spaces and hyphens do not matter.</summary>
    public async Task<int?> TakeReceipt(string typed)
    {
        var code = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        foreach (var made in desk.Workbook!.Book.HandOvers.Reverse())
        {
            if (await Vault.ReceiptCode(Convert.ToBase64String(made.Secret), made.Id.ToString()) != code) continue;
            await desk.Write(desk.Workbook.Confirm(made));
            return made.Visits.Count;
        }

        return null;
    }

    private void Save(Guid device, string text) => Handset.SaveFile($"posyandu-{desk.Now:yyyyMMdd}-{device.ToString()[^4..]}.lakudo", text);

    private static string Written(SealedFile file) => JsonSerializer.Serialize(file, FieldJson.Default.SealedFile);
}
