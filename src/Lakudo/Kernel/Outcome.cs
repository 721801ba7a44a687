using System.Diagnostics.CodeAnalysis;

namespace Lakudo.Kernel;

/// <summary>What a verb answers: a value, or the <see cref="Kernel.Refusal"/> that kept it from one.</summary>
/// <typeparam name="T">The value when nothing was refused.</typeparam>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    /// <summary>The refusal, or null when there is a value.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether a rule said no.</summary>
    [MemberNotNullWhen(true, nameof(Refusal))]
    public bool IsRefused => Refusal is not null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The outcome is a refusal; the caller did not look.</exception>
    public T Value => Refusal is null
        ? _value!
        : throw new InvalidOperationException($"Refused with {Refusal.Code}: {Refusal.English}");

    /// <summary>A value is an outcome.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A refusal is an outcome.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    /// <summary>Turns the value into another; a refusal stays as it is.</summary>
    public Outcome<TOther> Then<TOther>(Func<T, TOther> next) => Refusal is null ? next(_value!) : Refusal;
}

/// <summary>The value of a verb that has nothing to tell but that it was done.</summary>
public readonly record struct Done;
