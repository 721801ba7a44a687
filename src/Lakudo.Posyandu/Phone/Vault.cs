using System.Runtime.InteropServices.JavaScript;

namespace Lakudo.Posyandu.Phone;

/// <summary>The safe of this phone (<c>wwwroot/js/vault.js</c>): keys, encryption and the database are the browser's.</summary>
internal static partial class Vault
{
    public const string Module = "vault";

    /// <summary>What is known without the PIN, as JSON of <see cref="VaultState"/>.</summary>
    [JSImport("state", Module)]
    public static partial Task<string> State();

    [JSImport("phoneKey", Module)]
    public static partial Task<string> PhoneKey();

    [JSImport("create", Module)]
    public static partial Task Create(string pin, string registered);

    /// <summary><c>open</c>, <c>wrong</c>, <c>wait</c> or <c>lost</c>.</summary>
    [JSImport("unlock", Module)]
    public static partial Task<string> Unlock(string pin);

    /// <summary><c>changed</c>, <c>wrong</c>, <c>wait</c>, <c>lost</c> or <c>failed</c>.</summary>
    [JSImport("changePin", Module)]
    public static partial Task<string> ChangePin(string old, string fresh);

    /// <summary>Packs, signs and seals a hand-over: the JSON of a <see cref="Field.SealedBatch"/>.</summary>
    [JSImport("handOver", Module)]
    public static partial Task<string> HandOver(string id, string payload);

    /// <summary>The code by which the puskesmas says that it has this hand-over.</summary>
    [JSImport("receiptCode", Module)]
    public static partial Task<string> ReceiptCode(string secret, string id);

    [JSImport("lock", Module)]
    public static partial void Lock();

    [JSImport("forget", Module)]
    public static partial Task Forget();

    /// <summary>Milliseconds since somebody last touched the phone.</summary>
    [JSImport("idle", Module)]
    public static partial double Idle();

    [JSImport("readAll", Module)]
    public static partial Task<string> ReadAll();

    [JSImport("save", Module)]
    public static partial Task Save(string step);

    [JSImport("send", Module)]
    public static partial Task<string> Send(string path, string payload);

    [JSImport("post", Module)]
    public static partial Task<string> Post(string path, string body);

    [JSImport("sealed", Module)]
    public static partial Task<string> Sealed();

    [JSImport("dropSealed", Module)]
    public static partial Task DropSealed(string ids);
}

/// <summary>Power, space, signal and files (<c>wwwroot/js/phone.js</c>).</summary>
internal static partial class Handset
{
    public const string Module = "phone";

    [JSImport("condition", Module)]
    public static partial Task<string> Condition();

    [JSImport("model", Module)]
    public static partial string Model();

    [JSImport("saveFile", Module)]
    public static partial void SaveFile(string name, string text);

    /// <summary>Scrolls what a CSS selector finds into the middle of the screen.</summary>
    [JSImport("show", Module)]
    public static partial void Show(string selector);

    /// <summary>To the top of a screen just opened, its heading in focus.</summary>
    [JSImport("top", Module)]
    public static partial void Top();
}
