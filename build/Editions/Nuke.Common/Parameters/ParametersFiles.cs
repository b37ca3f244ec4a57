using System.Reflection;
using System.Text.Json;
using Newtonsoft.Json.Linq;
using Nuke.Common.CI;
using Nuke.Common.IO;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Parameters;

/// <summary>The values of <c>.nuke/parameters.json</c> and of the loaded profiles' files, the strongest first.</summary>
internal sealed class ParametersFiles
{
    private readonly INukeBuild _build;
    private readonly List<ParametersFile> _files;
    private readonly Dictionary<string, string> _passwords = [];

    private ParametersFiles(INukeBuild build, List<ParametersFile> files)
    {
        _build = build;
        _files = files;
    }

    /// <exception cref="ArgumentException">The file of a profile does not exist.</exception>
    public static ParametersFiles Load(INukeBuild build)
    {
        var files = NukeBuild.LoadedLocalProfiles.Select(Read).Reverse().ToList();
        if (Constants.GetParametersFile(NukeBuild.RootDirectory).FileExists())
            files.Add(Read(Constants.DefaultProfileName));
        return new ParametersFiles(build, files);
    }

    public object Get(string name, Type destinationType)
    {
        foreach (var file in _files)
        {
            if (file.Root.TryGetProperty(name, out var value))
                return Convert(name, value, destinationType, file.Profile);
        }

        return null;
    }

    private object Convert(string name, JsonElement value, Type destinationType, string profile)
    {
        var member = ValueInjectionUtility.GetParameterMembers(_build.GetType(), includeUnlisted: true)
            .SingleOrDefault(x => ParameterService.GetParameterMemberName(x).EqualsOrdinalIgnoreCase(name));

        // Written in a file at the root, a relative path is meant from there, wherever the build is started.
        if (typeof(IAbsolutePathHolder).IsAssignableFrom(member?.GetMemberType().GetScalarType()) && value.ValueKind == JsonValueKind.String)
        {
            var path = value.GetString();
            return PathConstruction.HasPathRoot(path) ? (AbsolutePath)path : NukeBuild.RootDirectory / path;
        }

        if (member is not null && member.IsDefined(typeof(SecretAttribute)) && !BuildServerConfigurationGeneration.IsActive)
        {
            var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            Assert.True(EncryptionUtility.IsEncrypted(text), $"Value of secret '{name}' is not encrypted");
            return EncryptionUtility.Decrypt(text, PasswordOf(profile), name);
        }

        return Convert(value, destinationType);
    }

    /// <summary>Strings, flags and their arrays are converted as arguments are; anything else is left to the JSON library.</summary>
    private static object Convert(JsonElement value, Type destinationType) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => ReflectionUtility.Convert((object)value.GetString(), destinationType),
        JsonValueKind.True or JsonValueKind.False when destinationType == typeof(bool) || destinationType == typeof(bool?) => value.GetBoolean(),
        JsonValueKind.Array when destinationType.IsArray && value.EnumerateArray().All(x => x.ValueKind == JsonValueKind.String) =>
            ReflectionUtility.Convert(value.EnumerateArray().Select(x => x.GetString()).ToArray(), destinationType, booleanDefault: true),
        _ => JToken.Parse(value.GetRawText()).ToObject(destinationType)
    };

    private static ParametersFile Read(string profile) => new(profile, Constants.GetParametersFile(NukeBuild.RootDirectory, profile));

    private string PasswordOf(string profile)
    {
        if (!_passwords.TryGetValue(profile, out var password))
        {
            var name = Constants.GetProfilePasswordParameterName(profile);
            password = ParameterService.GetParameter<string>(name);
            if (password is null && !Console.IsInputRedirected)
                password = ConsoleUtility.ReadSecret($"Enter password for {Constants.GetParametersFile(NukeBuild.RootDirectory, profile).Name}:");
            _passwords[profile] = password.NotNull($"No password for the secrets of '{profile}'; pass it as parameter '{name}'");
        }

        return password;
    }
}
