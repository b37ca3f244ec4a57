# Starts the build. When no source changed since the last run, the compiled build starts directly: no restore, no MSBuild.
[CmdletBinding()]
Param(
    [Parameter(Position = 0, Mandatory = $false, ValueFromRemainingArguments = $true)]
    [string[]]$BuildArguments
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$Root = $PSScriptRoot
$Temp = Join-Path $Root '.nuke/temp'
$Store = Join-Path $Temp 'build'
$Project = Join-Path $Root 'build/_build.csproj'
$InstallerUrl = 'https://dot.net/v1/dotnet-install.ps1'

$env:DOTNET_CLI_TELEMETRY_OPTOUT = 1
$env:DOTNET_NOLOGO = 1
$env:DOTNET_SKIP_FIRST_TIME_EXPERIENCE = 1
$env:NUKE_TELEMETRY_OPTOUT = 1

function Stop-Build([string]$Problem, [string]$Cause, [string]$Next) {
    [Console]::Error.WriteLine("$Problem`n  cause: $Cause`n  next:  $Next")
    exit 1
}

# Name, time and size of everything the build is compiled from, and the switch that chooses between editions and packages.
function Get-BuildInputs {
    $edition = if (Test-Path env:PackageEdition) { $env:PackageEdition } else { 'edition' }
    $files = @(Get-ChildItem -Path (Join-Path $Root 'build') -Recurse -File) + @(Get-ChildItem -Path $Root -File) |
        Where-Object { $_.FullName -notmatch '[\\/](bin|obj)[\\/]' -and $_.FullName -notmatch '[\\/]build[\\/](Tests|Benchmarks)[\\/]' } |
        Where-Object { $_.DirectoryName -ne $Root -or $_.Name -match '^(build\.ps1|global\.json|Directory\..*|nuget\.config)$' } |
        ForEach-Object { '{0} {1} {2}' -f $_.FullName, $_.LastWriteTimeUtc.Ticks, $_.Length }
    (@("edition=$edition") + @($files)) -join "`n"
}

function Find-DotNet {
    if ($null -ne (Get-Command 'dotnet' -ErrorAction SilentlyContinue)) {
        # Windows PowerShell makes errors of what a program writes to a redirected stderr; under Stop they would end the script.
        $ErrorActionPreference = 'Continue'
        Push-Location $Root
        try { & dotnet --version *> $null } finally { Pop-Location; $ErrorActionPreference = 'Stop' }
        if ($LASTEXITCODE -eq 0) { return (Get-Command 'dotnet').Path }
    }
    $version = (Get-Content (Join-Path $Root 'global.json') -Raw | ConvertFrom-Json).sdk.version
    $directory = Join-Path $Temp 'dotnet-win'
    $local = Join-Path $directory 'dotnet.exe'
    if (-not (Test-Path $local)) {
        Write-Output "Installing the .NET SDK $version into .nuke/temp (global.json asks for it)" | Out-Host
        New-Item -ItemType Directory -Path $Temp -Force | Out-Null
        $installer = Join-Path $Temp 'dotnet-install.ps1'
        try { Invoke-WebRequest -Uri $InstallerUrl -OutFile $installer -UseBasicParsing }
        catch { Stop-Build "HUB1991 the .NET SDK $version is not installed and its installer could not be fetched" $_.Exception.Message "install the .NET SDK $version or newer (10.0.x) and run this again" }
        & $installer -InstallDir $directory -Version $version -NoPath | Out-Host
        if (-not (Test-Path $local)) { Stop-Build "HUB1991 the .NET SDK $version could not be installed" 'dotnet-install.ps1 failed' 'install it by hand and run this again' }
    }
    return $local
}

# Whether the compiled build is there and made of exactly these inputs.
function Test-Fresh([string]$Inputs) {
    $stamp = Join-Path $Store 'inputs'
    $current = Join-Path $Store 'current'
    if (-not (Test-Path $stamp) -or -not (Test-Path $current) -or (Get-Content $stamp -Raw) -ne $Inputs) { return $false }
    return Test-Path (Join-Path (Get-Content $current -Raw).Trim() '_build.dll')
}

function Invoke-Compile {
    try { New-Item -ItemType Directory -Path $Store -Force | Out-Null }
    catch { Stop-Build 'HUB1990 the build has to be compiled, and .nuke/temp can''t be written' $_.Exception.Message 'run from a checkout that you can write to' }
    $lock = $null
    $deadline = [DateTime]::UtcNow.AddMinutes(10)
    while ($null -eq $lock) {
        try { $lock = [IO.File]::Open((Join-Path $Store '.lock'), 'OpenOrCreate', 'ReadWrite', 'None') }
        catch [IO.IOException] {
            if ([DateTime]::UtcNow -gt $deadline) { Stop-Build 'HUB1992 the build does not compile' 'another invocation compiles for over 10 minutes' 'end it and run this again' }
            Start-Sleep -Milliseconds 200
        }
    }
    try {
        $current = Get-BuildInputs
        # Another invocation may have compiled the same sources while this one waited.
        if (Test-Fresh $current) { return }
        $dotnet = Find-DotNet
        $output = Join-Path $Store ([IO.Path]::GetRandomFileName())
        Write-Output "Compiling the build ($(& $dotnet --version))" | Out-Host
        $log = Join-Path $Store 'compile.log'
        $ErrorActionPreference = 'Continue'
        & $dotnet publish $Project -c Release -o $output --artifacts-path (Join-Path $Temp 'bootstrap') -nodeReuse:false -p:UseSharedCompilation=false -nologo -clp:NoSummary -v quiet *> $log
        $ErrorActionPreference = 'Stop'
        if ($LASTEXITCODE -ne 0) {
            Get-Content $log | Out-Host
            Stop-Build 'HUB1992 the build does not compile' 'see the messages above' 'correct them and run this again'
        }
        [IO.File]::WriteAllText((Join-Path $Store 'dotnet'), $dotnet)
        [IO.File]::WriteAllText((Join-Path $Store 'current'), $output)
        [IO.File]::WriteAllText((Join-Path $Store 'inputs'), $current)
    }
    finally { $lock.Dispose() }
}

if (-not (Test-Fresh (Get-BuildInputs))) { Invoke-Compile }

$env:DOTNET_EXE = (Get-Content (Join-Path $Store 'dotnet') -Raw).Trim()
$env:DOTNET_TieredPGO = 0
& $env:DOTNET_EXE (Join-Path (Get-Content (Join-Path $Store 'current') -Raw).Trim() '_build.dll') @BuildArguments
exit $LASTEXITCODE
