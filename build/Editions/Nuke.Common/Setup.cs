namespace Nuke.Common;

public delegate ITargetDefinition Setup(ITargetDefinition definition);
