# What the scripts beside this file share: Debian packages where they are missing, and an environment of our own.
# shellcheck shell=sh

root=$(cd "$(dirname "$0")/.." && pwd)

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null 2>&1; then sudo "$@"
    else
        echo "this needs root once: $*" >&2
        su -c "$*"
    fi
}

# need PROGRAM-OR-FILE PACKAGE...: install the packages unless the program (or file) is there.
need() {
    what=$1
    shift
    case $what in
        /*) for found in $what; do [ -e "$found" ] && return 0; done ;;
        *) PATH=$PATH:/usr/sbin:/sbin command -v "$what" >/dev/null 2>&1 && return 0 ;;
    esac
    command -v apt-get >/dev/null 2>&1 || {
        echo "$what is missing, and there is no apt-get to install $*" >&2
        exit 1
    }
    [ -n "${updated:-}" ] || as_root apt-get update -qq
    updated=yes
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

# environment FOLDER: make a virtual environment there unless it stands.
environment() {
    need python3 python3
    python3 -c 'import ensurepip, venv' 2>/dev/null || need /no/ensurepip python3-venv
    [ -x "$1/bin/python" ] || python3 -m venv "$1"
    "$1/bin/python" -m pip install -q --disable-pip-version-check --upgrade 'pip>=25.1'
}
