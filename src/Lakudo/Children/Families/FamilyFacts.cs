using Lakudo.Kernel;

namespace Lakudo.Children.Families;

/// <summary>A family card was made; earlier ones of the child ended with it.</summary>
/// <param name="Subject">The child.</param>
/// <param name="Card">The card.</param>
/// <param name="Replaced">How many it took the place of.</param>
public sealed record FamilyCardIssued(Guid Subject, Guid Card, int Replaced) : IFact;

/// <summary>A family card was taken back.</summary>
/// <param name="Subject">The child.</param>
/// <param name="Card">The card.</param>
public sealed record FamilyCardRevoked(Guid Subject, Guid Card) : IFact;

/// <summary>A sticker was printed.</summary>
/// <param name="Subject">The child.</param>
/// <param name="Card">The card.</param>
public sealed record FamilyCardPrinted(Guid Subject, Guid Card) : IFact;

/// <summary>A card was tried too often and is locked.</summary>
/// <param name="Subject">The card; nothing where somebody tried an address that no card has.</param>
public sealed record FamilyDoorLocked(Guid Subject) : IFact;

/// <summary>A locked card may be tried again.</summary>
/// <param name="Subject">The child.</param>
/// <param name="Card">The card.</param>
public sealed record FamilyDoorUnlocked(Guid Subject, Guid Card) : IFact;

/// <summary>Somebody opened the child's page with QR code, birth date and PIN.</summary>
/// <param name="Subject">The child.</param>
/// <param name="Card">The card.</param>
public sealed record FamilyPageOpened(Guid Subject, Guid Card) : IFact;

/// <summary>The child's page was shown.</summary>
/// <param name="Subject">The child.</param>
/// <param name="Card">The card.</param>
public sealed record FamilyPageRead(Guid Subject, Guid Card) : IFact;

/// <summary>The child's page was closed by its button.</summary>
/// <param name="Subject">The child.</param>
/// <param name="Card">The card.</param>
public sealed record FamilyPageClosed(Guid Subject, Guid Card) : IFact;
