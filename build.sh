#!/usr/bin/env bash
# Starts the build. When no source changed since the last run, the compiled build starts directly: no restore, no MSBuild.
set -eo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
TEMP="$ROOT/.nuke/temp"
PROJECT="$ROOT/build/_build.csproj"
INSTALLER_URL="https://dot.net/v1/dotnet-install.sh"

export DOTNET_CLI_TELEMETRY_OPTOUT=1
export DOTNET_NOLOGO=1
export DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export NUKE_TELEMETRY_OPTOUT=1

fail() {
    printf '%s\n  cause: %s\n  next:  %s\n' "$1" "$2" "$3" >&2
    exit 1
}

# Name, time and size of everything the build is compiled from, and the switch that chooses between editions and packages.
inputs() {
    echo "edition=${PackageEdition:-edition} sdk=${DOTNET_ROOT:-}"
    local listing=(-printf '%p %T@ %s\n')
    case "$OSTYPE" in darwin* | *bsd*) listing=(-exec stat -f '%N %Fm %z' {} +) ;; esac
    (
        cd "$ROOT"
        find build build.sh global.json Directory.* NuGet.config nuget.config \
            \( -name bin -o -name obj -o -path build/Tests -o -path build/Benchmarks \) -prune -o -type f "${listing[@]}" 2>/dev/null | LC_ALL=C sort || true
    )
}

find_dotnet() {
    if command -v dotnet >/dev/null && (cd "$ROOT" && dotnet --version) >/dev/null 2>&1; then
        DOTNET_EXE="$(command -v dotnet)"
        return
    fi
    DOTNET_EXE="$TEMP/dotnet-unix/dotnet"
    if [[ -x "$DOTNET_EXE" ]] && (cd "$ROOT" && "$DOTNET_EXE" --version) >/dev/null 2>&1; then
        return
    fi
    local version installer="$TEMP/dotnet-install.sh"
    version="$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$ROOT/global.json" | head -n 1)"
    echo "Installing the .NET SDK $version into .nuke/temp (global.json asks for it)"
    mkdir -p "$TEMP"
    curl -fsSL --retry 3 -o "$installer" "$INSTALLER_URL" ||
        fail "HUB1991 the .NET SDK $version is not installed and its installer could not be fetched" "$INSTALLER_URL does not answer" \
            "install the .NET SDK $version or newer (10.0.x) and run this again"
    bash "$installer" --install-dir "$TEMP/dotnet-unix" --version "$version" --no-path ||
        fail "HUB1991 the .NET SDK $version could not be installed" "dotnet-install.sh failed" "install it by hand and run this again"
}

# Whether the compiled build is there and made of exactly these inputs.
fresh() {
    local compiled output
    compiled="$(cat "$TEMP/build/inputs" 2>/dev/null)" && output="$(cat "$TEMP/build/current" 2>/dev/null)" &&
        [[ "$1" == "$compiled" && -f "$output/_build.dll" ]]
}

compile() {
    mkdir -p "$TEMP/build" 2>/dev/null && [[ -w "$TEMP/build" ]] ||
        fail "HUB1990 the build has to be compiled, and .nuke/temp can't be written" "the checkout is read-only for $(id -un)" \
            "run from a checkout that you can write to"
    if command -v flock >/dev/null; then
        exec 9>"$TEMP/build/.lock"
        flock 9
    fi
    local current output
    current="$(inputs)"
    # Another invocation may have compiled the same sources while this one waited.
    if fresh "$current"; then
        return
    fi
    find_dotnet
    # Builds that still run keep the folder they started from; a day later it goes.
    find "$TEMP/build" -mindepth 1 -maxdepth 1 -type d -mmin +1440 -exec rm -rf {} + 2>/dev/null || true
    output="$(mktemp -d "$TEMP/build/XXXXXX")"
    chmod 755 "$output"
    echo "Compiling the build ($("$DOTNET_EXE" --version))"
    local log="$TEMP/build/compile.log"
    if ! (cd "$ROOT" && "$DOTNET_EXE" publish "$PROJECT" -c Release -o "$output" --artifacts-path "$TEMP/bootstrap" \
        -nodeReuse:false -p:UseSharedCompilation=false -nologo -clp:NoSummary -v quiet) >"$log" 2>&1; then
        rm -rf "$output"
        cat "$log" >&2
        fail "HUB1992 the build does not compile" "see the messages above (kept in .nuke/temp/build/compile.log)" "correct them and run this again"
    fi
    printf '%s\n' "$output" >"$TEMP/build/current.new"
    printf '%s\n' "$DOTNET_EXE" >"$TEMP/build/dotnet.new"
    mv -f "$TEMP/build/dotnet.new" "$TEMP/build/dotnet"
    mv -f "$TEMP/build/current.new" "$TEMP/build/current"
    printf '%s\n' "$current" >"$TEMP/build/inputs.new"
    mv -f "$TEMP/build/inputs.new" "$TEMP/build/inputs"
}

if ! fresh "$(inputs)"; then
    compile
    exec 9>&-
fi

DOTNET_EXE="$(<"$TEMP/build/dotnet")"
export DOTNET_EXE
export DOTNET_TieredPGO=0
exec "$DOTNET_EXE" "$(<"$TEMP/build/current")/_build.dll" "$@"
