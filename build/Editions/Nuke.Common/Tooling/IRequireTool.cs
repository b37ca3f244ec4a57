namespace Nuke.Common.Tooling;

public interface IRequireTool;
