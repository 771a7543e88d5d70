#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# `./dev test --packages`: installs and runs the packages in build/packages as people do, in fresh
# Debian 12 systems made with debootstrap. Needs root, or sudo; takes some minutes. Says what it
# checks; ends at the first check that fails.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
packages=$PWD/build/packages
systems=$PWD/build/package-systems
mirror=${FORETASTE_DEBIAN_MIRROR:-http://deb.debian.org/debian}
system=

say() { printf '%s\n' "$*"; }
fail() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}
check() {
  local what=$1
  shift
  "$@" >"$systems/last.log" 2>&1 || { tail -n 30 "$systems/last.log" >&2 && fail "$what"; }
  say "ok      $what"
}
one() { # the one file that matches
  [[ $# == 1 && -f $1 ]] || fail "expected one file, got: $* (build it: ./dev package)"
  printf '%s' "$1"
}
unmount() { [[ -z $system ]] || umount "$system/proc" 2>/dev/null || true; }
trap unmount EXIT

# fresh NAME: a minimal Debian 12, as `inside` sees it
fresh() {
  unmount
  if [[ ! -f $systems/base.tar ]]; then
    say "        making a minimal Debian 12"
    rm -rf "$systems/base"
    debootstrap --variant=minbase bookworm "$systems/base" "$mirror" >"$systems/last.log"
    tar -C "$systems/base" -cf "$systems/base.part" .
    mv "$systems/base.part" "$systems/base.tar"
    rm -rf "$systems/base"
  fi
  system=$systems/$1
  rm -rf "${system:?}"
  mkdir -p "$system"
  tar -C "$system" -xf "$systems/base.tar"
  mount -t proc proc "$system/proc" # the loader finds a program's folder by it
  cp /etc/resolv.conf "$system/etc/resolv.conf"
  inside apt-get -qq update
}
# inside COMMAND...: in the system, without what this one has in its environment
inside() {
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    QT_QPA_PLATFORM="${platform:-offscreen}" DISPLAY=:7 chroot "$system" "$@"
}
install() { inside apt-get install -y -qq --no-install-recommends "$@"; }
learns() { # learns CLI: the walkthrough, whose network has to beat the baseline
  inside "$1" demo --json >"$systems/demo.json" || return
  python3 - "$systems/demo.json" <<'PY'
import json, sys
metrics = json.load(open(sys.argv[1]))["metrics"]
name = "normalized_discounted_cumulative_gain_at_25"
learned, counted = (metrics[r][name] for r in ("aws-user-personalization", "aws-popularity-count"))
print(learned, counted)
sys.exit(not learned > 1.5 * counted > 0)
PY
}

# Everything the workspace holds, as files and as the API tells it.
workspace_state() {
  inside sh -c 'cd /root/workspace && find . -type f ! -name "*-wal" ! -name "*-shm" -exec sha256sum {} + |
    sort -k 2 && foretaste-cli --workspace /root/workspace api ListSolutions &&
    foretaste-cli --workspace /root/workspace api ListCampaigns'
}

test_deb() {
  local deb version
  deb=$(one "$packages"/foretaste_*.deb)
  version=$(dpkg-deb -f "$deb" Version)
  say "DEB     $(basename "$deb"), $(du -h "$deb" | cut -f1)"
  check "lintian finds no error" lintian --fail-on error --allow-root "$deb"
  check "its AppStream description is valid" appstreamcli validate --no-net --explain \
    "build/release/packaging/foretaste.metainfo.xml"
  check "its desktop entry is valid" desktop-file-validate packaging/linux/foretaste.desktop
  fresh deb

  # The version before: the same files under a lower number.
  rm -rf "$systems/old"
  dpkg-deb -R "$deb" "$systems/old"
  sed -i 's/^Version: .*/Version: 0.0.1-1/' "$systems/old/DEBIAN/control"
  dpkg-deb --root-owner-group -b "$systems/old" "$system/root/old.deb" >/dev/null
  cp "$deb" "$system/root/new.deb"
  check "an older version installs" install /root/old.deb
  check "it fills a workspace" inside foretaste-cli --workspace /root/workspace demo
  workspace_state >"$systems/before.txt"
  check "the version $version upgrades it" install /root/new.deb
  [[ $(inside dpkg-query -W -f "\${Version}" foretaste) == "$version" ]] || fail "it was not upgraded"
  workspace_state >"$systems/after.txt"
  check "the workspace is intact" cmp "$systems/before.txt" "$systems/after.txt"
  check "foretaste --smoke" inside foretaste --smoke
  check "foretaste-cli doctor" inside foretaste-cli doctor
  check "foretaste-cli demo learns" learns foretaste-cli
  check "it uninstalls" inside apt-get purge -y -qq foretaste
  inside find / -xdev -iname '*foretaste*' -not -path '/root/workspace/*' >"$systems/left.txt"
  check "without a trace" test ! -s "$systems/left.txt"
}

test_tar() {
  local archive megabytes folder
  archive=$(one "$packages"/foretaste-*.tar.xz)
  megabytes=$(($(stat -c %s "$archive") / 1000000))
  say "TAR     $(basename "$archive"), $megabytes MB"
  check "smaller than 30 MB" test "$megabytes" -lt 30
  fresh tar
  # What it leaves to the system, as every desktop has it, and a display; no Qt.
  check "a system with a display" install xz-utils xvfb libegl1 libopengl0 libgl1 libfontconfig1 \
    libfreetype6 libx11-xcb1 libwayland-client0 libwayland-cursor0 libwayland-egl1
  check "without Qt" sh -c "! chroot '$system' dpkg-query -W | grep -i qt"
  folder="/srv/a folder"
  mkdir -p "$system$folder"
  tar -C "$system$folder" --strip-components 1 -xf "$archive"
  check "foretaste --smoke" inside "$folder/bin/foretaste" --smoke
  inside Xvfb :7 -screen 0 1280x800x24 >/dev/null 2>&1 &
  local display=$!
  sleep 3
  platform=xcb check "foretaste --smoke on a display" inside "$folder/bin/foretaste" --smoke
  kill "$display"
  check "foretaste-cli doctor" inside "$folder/bin/foretaste-cli" doctor
  check "foretaste-cli demo learns" learns "$folder/bin/foretaste-cli"
  inside env LD_DEBUG=libs "$folder/bin/foretaste" --smoke 2>&1 | sed -n 's/.*calling init: //p' |
    grep -v "^$folder/" | sort -u >"$systems/from-system.txt"
  check "nothing of Qt or ICU comes from the system" sh -c "! grep -E 'Qt|icu' '$systems/from-system.txt'"
}

test_rpm() {
  local rpm
  rpm=$(one "$packages"/foretaste-*.rpm)
  say "RPM     $(basename "$rpm"), $(du -h "$rpm" | cut -f1)"
  rpm -qp --requires "$rpm" >"$systems/requires.txt"
  local library
  for library in libQt6Charts.so.6 libQt6Svg.so.6 libQt6Widgets.so.6 libsqlite3.so.0; do
    check "requires $library" grep -qF "$library()(64bit)" "$systems/requires.txt"
  done
  # But for how the two name their changelogs, both packages hold the same files.
  rm -rf "$systems/rpm" "$systems/rpm-deb"
  mkdir -p "$systems/rpm"
  (cd "$systems/rpm" && rpm2cpio "$rpm" | cpio -idm --quiet)
  dpkg-deb -x "$(one "$packages"/foretaste_*.deb)" "$systems/rpm-deb"
  check "its files are the Debian package's" diff -r "$systems/rpm" "$systems/rpm-deb"
  check "its changelog is this version's" sh -c "rpm -qp --changelog '$rpm' | head -n 1 |
    grep -q -- \"- \$(rpm -qp --qf '%{VERSION}-%{RELEASE}' '$rpm')\""
}

[[ $(id -u) == 0 ]] || exec sudo --preserve-env=FORETASTE_DEBIAN_MIRROR "$0" "$@"
mkdir -p "$systems"
(($#)) || set -- deb tar rpm
for each in "$@"; do "test_$each"; done
unmount
system=
say "All packages are well."
