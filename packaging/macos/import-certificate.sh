#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# For workflows: puts the certificate in CERTIFICATE (base64 of a .p12, opened by
# CERTIFICATE_PASSWORD) into a keychain of its own, and prints `identity=NAME` for codesign. Without a
# certificate the identity is "-": signed ad hoc.
set -euo pipefail
if [[ -z ${CERTIFICATE:-} || -z ${IDENTITY:-} ]]; then
  echo "identity=-"
  exit 0
fi
keychain=$RUNNER_TEMP/signing.keychain-db
password=$(uuidgen)
file=$(mktemp)
trap 'rm -f "$file"' EXIT
base64 --decode <<<"$CERTIFICATE" >"$file"
{
  security create-keychain -p "$password" "$keychain"
  security set-keychain-settings -lut 21600 "$keychain"
  security unlock-keychain -p "$password" "$keychain"
  security import "$file" -P "$CERTIFICATE_PASSWORD" -f pkcs12 -k "$keychain" -T /usr/bin/codesign
  security set-key-partition-list -S apple-tool:,apple: -k "$password" "$keychain"
  security list-keychains -d user -s "$keychain" login.keychain-db
} >&2
echo "identity=$IDENTITY"
