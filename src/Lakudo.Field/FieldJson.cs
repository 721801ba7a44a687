using System.Text.Json.Serialization;

namespace Lakudo.Field;

/// <summary>The JSON of everything that app and server say to each other: generated at build, so that it is small and survives trimming. What is null is left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
[JsonSerializable(typeof(Signed))]
[JsonSerializable(typeof(RegisterDevice))]
[JsonSerializable(typeof(DeviceRegistered))]
[JsonSerializable(typeof(Batch))]
[JsonSerializable(typeof(BatchAnswer))]
[JsonSerializable(typeof(ChangeKeys))]
[JsonSerializable(typeof(KeysChanged))]
[JsonSerializable(typeof(AskShare))]
[JsonSerializable(typeof(ShareAnswer))]
[JsonSerializable(typeof(AskChanges))]
[JsonSerializable(typeof(PosyanduData))]
[JsonSerializable(typeof(HandInSealed))]
[JsonSerializable(typeof(SealedKept))]
[JsonSerializable(typeof(SealedBatch))]
[JsonSerializable(typeof(SealedFile))]
[JsonSerializable(typeof(HandOver))]
[JsonSerializable(typeof(FieldChild))]
[JsonSerializable(typeof(FieldPregnancy))]
public sealed partial class FieldJson : JsonSerializerContext;
