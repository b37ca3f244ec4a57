using System.ComponentModel;
using System.Runtime.InteropServices;

namespace KubernetesClient.Tests.Servers;

/// <summary>A FIFO: reading it waits for a writer, and ends with the last one, however that ends.</summary>
internal static class NamedPipeFile
{
    private const uint OwnerOnly = 0b110_000_000;

    public static string Create(string path) => MakeFifo(path, OwnerOnly) == 0 ? path : throw new Win32Exception();

    [DllImport("libc", EntryPoint = "mkfifo", SetLastError = true)]
    private static extern int MakeFifo([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);
}
