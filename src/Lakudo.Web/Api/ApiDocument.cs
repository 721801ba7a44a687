using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Lakudo.Kernel;
using Lakudo.Web.Host;
using Lakudo.Web.Identity;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Lakudo.Web.Api;

/// <summary>Fills the OpenAPI document with what types cannot say: scopes, the idempotency key, examples, and the refusals by their codes.</summary>
public sealed partial class ApiDocument : IOpenApiDocumentTransformer, IOpenApiOperationTransformer
{
    private const string Scheme = "klien";

    /// <summary>Examples are written as the API writes: camel case, enums by name.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <inheritdoc />
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = "API Lakudo";
        document.Info.Description = "Tickets, counters, boards, catalogue, applications and documents of a public service hall. Every change carries an Idempotency-Key: "
            + "the same request under the same key gets its first answer again, so a client that was cut off asks once more without fear, for a day; "
            + "with a UUIDv7 as the key, what is sent again later is refused (K-036) and never done twice. A rule that says no answers with "
            + "ProblemDetails whose code (H-014) is stable and whose title is the sentence people read.";
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.OAuth2,
            Description = "Client credentials; id and secret come from `lakudo clients add`. Over plain HTTP tokens are given on loopback only.",
            Flows = new OpenApiOAuthFlows
            {
                ClientCredentials = new OpenApiOAuthFlow
                {
                    TokenUrl = new Uri("/connect/token", UriKind.Relative),
                    Scopes = new Dictionary<string, string>
                    {
                        [ClientScopes.Hall] = "Tickets and counters of a hall",
                        [ClientScopes.Applications] = "Applications and documents of one agency",
                        [ClientScopes.Catalogue] = "The public catalogue",
                    },
                },
            },
        };
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var words = context.Description.ActionDescriptor.EndpointMetadata.OfType<EndpointWords>().FirstOrDefault();
        var changes = context.Description.HttpMethod == HttpMethods.Post;
        if (changes)
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = CurrentCaller.KeyHeader,
                In = ParameterLocation.Header,
                Required = true,
                Example = "0192f0c1a7f07c3b9d1e5a4b3c2d1e0f",
                Description = "A key of your own for this one act, at most 200 signs; send the same again when the answer was lost.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 200 },
            });
        }

        if (words is null)
        {
            return Task.CompletedTask;
        }

        if (words.Scope is not null)
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [words.Scope] }];
        }

        if (words.Request is not null && operation.RequestBody?.Content?.TryGetValue("application/json", out var body) == true)
        {
            body.Example = Node(words.Request);
        }

        operation.Responses ??= [];
        foreach (var content in operation.Responses.Where(r => r.Key.StartsWith('2')).Select(r => r.Value.Content))
        {
            if (content?.TryGetValue("application/json", out var answer) == true)
            {
                answer.Example = Node(words.Answer);
            }
        }

        if (words.Scope is not null)
        {
            operation.Responses["401"] = new OpenApiResponse
            {
                Description = $"{KernelRefusals.NotSignedIn.Code}: {KernelRefusals.NotSignedIn.English}",
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() },
            };
        }

        Refusal[] always = changes ? [KernelRefusals.NotAllowed, KernelRefusals.KeyMissing, KernelRefusals.KeyUsedForAnother, KernelRefusals.KeyTooOld, KernelRefusals.StoreUnavailable] : [KernelRefusals.StoreUnavailable];
        foreach (var status in words.Refusals.Concat(always).DistinctBy(r => r.Code).GroupBy(r => r.Status()).OrderBy(g => g.Key))
        {
            operation.Responses[$"{status.Key}"] = new OpenApiResponse
            {
                Description = string.Join('\n', status.Select(r => $"{r.Code}: {Placeholder().Replace(r.English, "…")}")),
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Example = Node(status.First().Problem()) } },
            };
        }

        return Task.CompletedTask;
    }

    /// <summary>Where a refusal names a line or a time.</summary>
    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();

    private static JsonNode? Node(object? value) => value is null ? null : JsonSerializer.SerializeToNode(value, Json);
}
