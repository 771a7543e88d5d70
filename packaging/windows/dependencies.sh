#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What the Windows programs are linked with, from Debian's source packages by Debian's mingw-w64 into
# build/windows/prefix: Qt base (its Core alone, static), SQLite and cpp-httplib; the headers of
# Eigen, JSON, CLI11 and fast_float are the host's, which are the same everywhere. Done once, in
# some ten minutes of two cores. apt's own lists stay as they are.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
root=$PWD/build/windows
prefix=$root/prefix
jobs=${1:-$(getconf _NPROCESSORS_ONLN)}
mirror=${FORETASTE_DEBIAN_MIRROR:-http://deb.debian.org/debian}
[[ ! -f $prefix/complete ]] || exit 0
mkdir -p "$root/apt/lists" "$root/source" "$prefix"

cat >"$root/apt/sources.list" <<TEXT
deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror bookworm main
TEXT
apt_source() {
  apt-get -o "Dir::Etc::SourceList=$root/apt/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o "Dir::State::Lists=$root/apt/lists" -o APT::Sandbox::User=root "$@"
}
apt_source -qq update
# unpack PACKAGE: its source, in the folder whose name is printed
unpack() {
  (cd "$root/source" && apt_source -qq source "$1" >&2)
  find "$root/source" -mindepth 1 -maxdepth 1 -type d -name "$1-*" -print -quit
}
# install_with_cmake SOURCE NAME ARG...: builds and installs what CMake describes
install_with_cmake() {
  local source=$1 name=$2
  shift 2
  cmake -S "$source" -B "$root/$name" -G Ninja -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_TOOLCHAIN_FILE="$PWD/packaging/windows/mingw.cmake" \
    -DFORETASTE_WINDOWS_PREFIX="$prefix" -DCMAKE_INSTALL_PREFIX="$prefix" \
    -DBUILD_SHARED_LIBS=OFF "$@"
  cmake --build "$root/$name" --parallel "$jobs"
  cmake --install "$root/$name"
}

# Debian's Qt source lacks parts of 3rdparty; none of them belongs to QtCore.
off=()
for feature in gui network sql dbus xml testlib concurrent pkg_config system_zlib openssl; do
  off+=("-DFEATURE_$feature=OFF")
done
install_with_cmake "$(unpack qt6-base)" qt "${off[@]}" -DQT_HOST_PATH=/usr \
  -DQT_HOST_PATH_CMAKE_DIR="/usr/lib/$(gcc -print-multiarch)/cmake" \
  -DQT_QMAKE_TARGET_MKSPEC=win32-g++ -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF

install_with_cmake "$(unpack cpp-httplib)" httplib -DHTTPLIB_COMPILE=OFF \
  -DHTTPLIB_USE_OPENSSL_IF_AVAILABLE=OFF -DHTTPLIB_USE_BROTLI_IF_AVAILABLE=OFF \
  -DHTTPLIB_USE_ZLIB_IF_AVAILABLE=OFF

# SQLite's single file is made by its own Makefile, on the host.
sqlite=$(unpack sqlite3)
(cd "$sqlite" && ./configure --disable-tcl --disable-readline >/dev/null && make -s sqlite3.c)
x86_64-w64-mingw32-gcc-posix -O2 -DSQLITE_THREADSAFE=1 -DSQLITE_DQS=0 -c "$sqlite/sqlite3.c" \
  -o "$root/sqlite3.o"
mkdir -p "$prefix/lib" "$prefix/include" "$prefix/share/cmake"
x86_64-w64-mingw32-ar rcs "$prefix/lib/libsqlite3.a" "$root/sqlite3.o"
cp "$sqlite/sqlite3.h" "$prefix/include"

cp -r /usr/include/{eigen3,nlohmann,CLI,fast_float} "$prefix/include"
cp -r /usr/share/eigen3 "$prefix/share"
cp -r /usr/share/cmake/{nlohmann_json,CLI11} "$prefix/share/cmake"
touch "$prefix/complete"
