#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-inter.sh FOLDER: the typeface Inter, for systems that have no package of it (Windows, macOS),
# out of Debian's. Needs curl and a tar that reads ar archives, as both systems have.
set -euo pipefail
folder=$1
package=https://deb.debian.org/debian/pool/main/f/fonts-inter/fonts-inter_4.0~beta7+ds-1_all.deb
sum=6afd9014550e04b58bccf64b94f92ae1dbfd8018489b92de835408970234c24c
tar=tar
[[ -z ${SYSTEMROOT:-} ]] || tar=$(cygpath "$SYSTEMROOT")/System32/tar.exe  # Git's tar reads none
mkdir -p "$folder"
cd "$folder"
curl -fsSLo inter.deb "$package"
if command -v sha256sum >/dev/null; then sums=(sha256sum); else sums=(shasum -a 256); fi
echo "$sum  inter.deb" | "${sums[@]}" -c -
"$tar" -xf inter.deb data.tar.xz
"$tar" -xf data.tar.xz --strip-components 6 ./usr/share/fonts/opentype/inter
rm inter.deb data.tar.xz
