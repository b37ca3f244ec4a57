namespace Nuke.Common.Tooling;

public delegate TOptions Configure<TOptions, TValue>(TOptions options, TValue value);
