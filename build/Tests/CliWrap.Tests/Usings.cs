global using CliWrap.Buffered;
global using CliWrap.Tests.Dummy;
