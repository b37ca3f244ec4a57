using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Dns;

/// <summary>A zone at work: what it holds now, and one update after another.</summary>
internal sealed class ServedZone
{
    private readonly Lock _updating = new();
    private readonly RehearsalZone _settings;
    private readonly ZoneJournal _journal;
    private ZoneContent _content;

    public ServedZone(RehearsalZone settings, string stateDirectory)
    {
        _settings = settings;
        _journal = new ZoneJournal(Path.Combine(stateDirectory, $"{settings.Name}.journal"));
        _content = _journal.Load(ZoneContent.Initial(settings.Name));
    }

    public DnsName Name => _settings.Name;

    public ZoneContent Content => Volatile.Read(ref _content);

    public bool MayTransfer(DnsName? key) => key is not null && _settings.TransferKeys.Contains(key);

    /// <summary>Makes the update, once it is on the disk; a journal that cannot be written is a SERVFAIL, as with BIND.</summary>
    public ResponseCode Update(DnsMessage update, DnsName? key)
    {
        lock (_updating)
        {
            var (code, content) = new ZoneUpdate(update, _settings.Grants, key).ApplyTo(_content);
            if (ReferenceEquals(content, _content))
                return code;

            try
            {
                _journal.Append(_content, content);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return ResponseCode.ServFail;
            }

            Volatile.Write(ref _content, content);
            return code;
        }
    }
}
