#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# notarise.sh IMAGE.dmg: has Apple check a disk image and staples the ticket to it. Needs the build to
# be signed by a Developer ID, and NOTARY_APPLE_ID, NOTARY_TEAM_ID and NOTARY_PASSWORD (an
# app-specific password) in the environment; without them it says so and leaves the image as it is.
set -euo pipefail
image=$1
if [[ -z ${NOTARY_APPLE_ID:-} || -z ${NOTARY_TEAM_ID:-} || -z ${NOTARY_PASSWORD:-} ]]; then
  echo "not notarised: NOTARY_APPLE_ID, NOTARY_TEAM_ID and NOTARY_PASSWORD are not set"
  exit 0
fi
xcrun notarytool submit "$image" --wait --apple-id "$NOTARY_APPLE_ID" \
  --team-id "$NOTARY_TEAM_ID" --password "$NOTARY_PASSWORD"
xcrun stapler staple "$image"
