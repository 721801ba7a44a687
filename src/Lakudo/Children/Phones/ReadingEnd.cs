namespace Lakudo.Children.Phones;

/// <summary>Why a phone's key for reading is dead, beside the order to forget.</summary>
public enum ReadingEnd : byte
{
    /// <summary>Too many wrong PINs were tried at the server.</summary>
    WrongPins = 0,

    /// <summary>The phone said that it cannot open its records any more: wrong PINs on the phone, or a forgotten one.</summary>
    Forgotten = 1,
}
