namespace ScribanEdition.Tree;

/// <summary>What a parse error says about the construct it was found in: its name and its form.</summary>
internal sealed record Grammar(string Name, string Form);
