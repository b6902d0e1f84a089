#!/bin/sh
# A disk image for macOS from a built program. NOT YET RUN: written beside the Linux packages, which were.
#   packaging/macos/make_dmg.sh full 0.1.0
# Unattended: hdiutil attach IMAGE && cp -R "/Volumes/Snapshelf/Snapshelf.app" /Applications && hdiutil detach /Volumes/Snapshelf
# With SIGNING_IDENTITY set the program is signed; notarising takes the signer's account and stays with them.
set -eu
flavour=$1
version=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
app="$stage/Snapshelf.app"
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources"
cp -R "$root/dist/snapshelf-$flavour/." "$app/Contents/MacOS/"
sips -s format icns "$root/packaging/windows/snapshelf.ico" --out "$app/Contents/Resources/snapshelf.icns"
sed -e "s/@VERSION@/$version/" "$root/packaging/macos/Info.plist" > "$app/Contents/Info.plist"
if [ -n "${SIGNING_IDENTITY:-}" ]; then
    codesign --force --deep --options runtime --entitlements "$root/packaging/macos/entitlements.plist" \
        --sign "$SIGNING_IDENTITY" "$app"
fi
ln -s /Applications "$stage/Applications"
hdiutil create -volname Snapshelf -srcfolder "$stage" -ov -format UDZO \
    "$root/dist/snapshelf-$flavour-$version-macos-$(uname -m).dmg"
