namespace CliWrap.EventStream;

/// <summary>Something that a running command did.</summary>
public abstract class CommandEvent;
