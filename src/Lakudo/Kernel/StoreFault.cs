using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Kernel;

/// <summary>Tells a store that is locked, gone or full from a fault of the program.</summary>
public static class StoreFault
{
    /// <summary>Whether the fault, or what it was caused by, is the store's.</summary>
    public static bool Is(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            if (fault is DbException or DbUpdateException || (fault is IOException { Message: var words } && words.Contains("space left", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }
}
