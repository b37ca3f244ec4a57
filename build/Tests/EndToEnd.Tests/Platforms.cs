using System.Runtime.Versioning;

// The bootstrap script that they start is build.sh.
[assembly: UnsupportedOSPlatform("windows")]
