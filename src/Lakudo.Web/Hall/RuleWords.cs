using Lakudo.Hall;

namespace Lakudo.Web.Hall;

/// <summary>The fairness rule as people read it.</summary>
public static class RuleWords
{
    /// <summary>One sentence; nothing before the day was opened.</summary>
    public static string Of(FairnessRule? rule) => rule switch
    {
        null => "",
        { MaxOvertakes: 0 } => "Semua dipanggil menurut urutan datang.",
        _ => $"Prioritas didahulukan, tetapi tidak ada yang didahului lebih dari {rule.MaxOvertakes} kali atau setelah menunggu {rule.MaxWaitMinutes} menit.",
    };
}
