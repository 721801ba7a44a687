using Lakudo.Applications.Documents;

namespace Lakudo.Applications;

/// <summary>What the installation issues documents with.</summary>
/// <param name="PublicAddress">Where citizens reach it; stands in the QR.</param>
/// <param name="Vault">Where files lie.</param>
/// <param name="Signer">Who signs electronically.</param>
public sealed record IssuingOffice(Uri PublicAddress, FileVault Vault, IDocumentSigner Signer);

/// <summary>Where citizens reach the installation: stands in messages.</summary>
/// <param name="Base">For example <c>https://mpp.butontengahkab.go.id</c>; a path is kept.</param>
public sealed record PublicAddress(Uri Base);
