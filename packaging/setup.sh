#!/bin/sh
# Prepares a checkout: system libraries, the virtual environment in .venv, the compiled translations.
# Does nothing when it is done already. Usage: packaging/setup.sh
set -eu
cd "$(dirname "$0")/.."

PYTHON=${PYTHON:-}
if [ -z "$PYTHON" ]; then
    for candidate in python3.14 python3.13 python3.12 python3.11 python3; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            PYTHON=$candidate
            break
        fi
    done
fi

# Debian package → the shared library (or program) that shows it is there.
missing=""
need_library() { ldconfig -p 2>/dev/null | grep -q "$2" || missing="$missing $1"; }
PATH="$PATH:/usr/sbin:/sbin"
need_library libgl1 libGL.so.1
need_library libegl1 libEGL.so.1
need_library libglib2.0-0 libgthread-2.0.so.0
need_library libfontconfig1 libfontconfig.so.1
need_library libdbus-1-3 libdbus-1.so.3
need_library libxkbcommon0 libxkbcommon.so.0
need_library libxkbcommon-x11-0 libxkbcommon-x11.so.0
need_library libpulse0 libpulse.so.0
need_library libxrandr2 libXrandr.so.2
need_library libwayland-cursor0 libwayland-cursor.so.0
need_library libwayland-egl1 libwayland-egl.so.1
need_library libxcb-cursor0 libxcb-cursor.so.0
need_library libxcb-icccm4 libxcb-icccm.so.4
need_library libxcb-image0 libxcb-image.so.0
need_library libxcb-keysyms1 libxcb-keysyms.so.1
need_library libxcb-render-util0 libxcb-render-util.so.0
need_library libxcb-shape0 libxcb-shape.so.0
need_library libxcb-xkb1 libxcb-xkb.so.1
if [ -z "$PYTHON" ]; then
    missing="$missing python3 python3-venv"
elif ! "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; then
    missing="$missing python3-venv"
fi

if [ -n "$missing" ]; then
    echo "Missing system packages:$missing"
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing them…"
        apt-get update -qq
        # shellcheck disable=SC2086
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
        PYTHON=${PYTHON:-python3}
    else
        echo "Install them with this line, then try again:"
        echo "    sudo apt-get install$missing"
        exit 1
    fi
fi

wanted=$(cat pyproject.toml packaging/constraints.txt | cksum)
if [ "$(cat .venv/.ready 2>/dev/null || true)" != "$wanted" ]; then
    echo "Setting up the virtual environment in .venv (a few minutes the first time)…"
    [ -x .venv/bin/python ] || "$PYTHON" -m venv .venv
    .venv/bin/python -m pip install --disable-pip-version-check --quiet \
        --constraint packaging/constraints.txt --editable '.[dev]'
    echo "$wanted" >.venv/.ready
    echo "Ready."
fi
