#!/bin/sh
# A disk image for macOS from a built program. Not yet run on macOS: docs/decisions/0012-packaging.md.
#   packaging/macos/make_dmg.sh full 0.1.0
# Unattended: hdiutil attach -nobrowse IMAGE && ditto /Volumes/Snapshelf/Snapshelf.app /Applications/Snapshelf.app
#   && hdiutil detach /Volumes/Snapshelf
# With SIGNING_IDENTITY set program and image are signed; notarising takes the signer's account and stays with them.
set -eu
flavour=$1
version=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
image="$root/dist/snapshelf-$flavour-$version-macos-$(uname -m).dmg"
"${PYTHON:-$root/.venv/bin/python}" "$root/packaging/macos_bundle.py" --flavour "$flavour"
codesign --verify --deep --strict "$root/dist/Snapshelf.app"
test "$("$root/dist/Snapshelf.app/Contents/MacOS/snapshelf" --version)" = "Snapshelf $version"
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
mv "$root/dist/Snapshelf.app" "$stage"
ln -s /Applications "$stage/Applications"
hdiutil create -volname Snapshelf -srcfolder "$stage" -ov -format UDZO "$image"
if [ -n "${SIGNING_IDENTITY:-}" ]; then
    codesign --force --timestamp --sign "$SIGNING_IDENTITY" "$image"
fi
