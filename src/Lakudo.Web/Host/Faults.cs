using Lakudo.Kernel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Lakudo.Web.Host;

/// <summary>
/// Turns faults into answers without a trace: a store that is locked, gone or full is a refusal (K-005) that the same request may outlive; anything else
/// is a 500 whose number is in the log.
/// </summary>
public sealed partial class Faults(ILogger<Faults> log) : IExceptionHandler
{
    /// <inheritdoc />
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken ct)
    {
        if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = 499;
            return true;
        }

        if (exception is BadHttpRequestException bad)
        {
            context.Response.StatusCode = bad.StatusCode;
        }
        else if (exception is AntiforgeryValidationException || IsUnreadableForm(exception))
        {
            // A form without its token, or one too broken to find it: the other side's mistake, not a fault of the program.
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (StoreFault.Is(exception))
        {
            StoreFailed(exception.GetBaseException().GetType().Name);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "5";
        }
        else
        {
            Failed(context.TraceIdentifier, exception);
        }

        if (!ApiProblems.IsAsked(context))
        {
            return false;
        }

        var problem = context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable
            ? KernelRefusals.StoreUnavailable.Problem()
            : ApiProblems.Of(context.Response.StatusCode);
        problem.Extensions["trace"] = context.TraceIdentifier;
        await Results.Problem(problem).ExecuteAsync(context);
        return true;
    }

    /// <summary>A form whose parts the framework's own readers cannot tell apart, or that ends before it should.</summary>
    private static bool IsUnreadableForm(Exception exception) =>
        exception is InvalidDataException or IOException && exception.Source?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true;

    [LoggerMessage(LogLevel.Error, "The data store failed: {Fault}")]
    private partial void StoreFailed(string fault);

    [LoggerMessage(LogLevel.Error, "Request {Trace} failed")]
    private partial void Failed(string trace, Exception exception);
}
