namespace Lakudo.Web.Tests;

[CollectionDefinition("programs")]
public sealed class ProgramsCollection : ICollectionFixture<BothPrograms>;
