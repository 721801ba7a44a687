using System.Runtime.InteropServices.JavaScript;

namespace Lakudo.Posyandu.Phone;

/// <summary>The safe of this phone (<c>wwwroot/js/vault.js</c>): keys, encryption and the database are the browser's.</summary>
internal static partial class Vault
{
    public const string Module = "vault";

    /// <summary>What is known without the PIN, as JSON of <see cref="VaultState"/>.</summary>
    [JSImport("state", Module)]
    public static partial Task<string> State();

    /// <summary>The keys for a registration, as JSON of <see cref="NewKeys"/>.</summary>
    [JSImport("phoneKeys", Module)]
    public static partial Task<string> PhoneKeys();

    [JSImport("create", Module)]
    public static partial Task Create(string pin, string registered);

    /// <summary><c>open</c>, <c>wrong</c>, <c>wait</c>, <c>lost</c>, or <c>nosignal</c> where the days are over and the server cannot be asked.</summary>
    [JSImport("unlock", Module)]
    public static partial Task<string> Unlock(string pin);

    /// <summary><c>changed</c>, <c>wrong</c>, <c>wait</c>, <c>lost</c>, <c>nosignal</c> or <c>failed</c>.</summary>
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

    /// <summary><c>today</c>, <c>whole</c> with the history, or <c>former</c>: a safe of an earlier edition, not yet divided.</summary>
    [JSImport("compartments", Module)]
    public static partial string Compartments();

    /// <summary>Opens the history with the server's share: <c>open</c>, <c>nosignal</c>, <c>refused</c>, or <c>lost</c> where the server ended this phone.</summary>
    [JSImport("openHistory", Module)]
    public static partial Task<string> OpenHistory();

    [JSImport("readAll", Module)]
    public static partial Task<string> ReadAll();

    [JSImport("readHistory", Module)]
    public static partial Task<string> ReadHistory();

    /// <summary>A safe of an earlier edition asks the server for two keys.</summary>
    [JSImport("changeKeys", Module)]
    public static partial Task<string> ChangeKeys();

    /// <summary>Writes everything anew into two compartments, with the server's answer.</summary>
    [JSImport("divide", Module)]
    public static partial Task Divide(string step, string answer);

    [JSImport("save", Module)]
    public static partial Task Save(string step);

    [JSImport("send", Module)]
    public static partial Task<string> Send(string path, string payload);

    /// <summary>Posts what is signed by the key that can only hand in; it needs no PIN.</summary>
    [JSImport("handIn", Module)]
    public static partial Task<string> HandIn(string payload);

    /// <summary>Notes that the server knows that this phone cannot open its records any more.</summary>
    [JSImport("told", Module)]
    public static partial Task Told();

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
