#!/bin/sh
# Brings the fonts that sheets are printed with into artifacts/fonts, when npm is there. Run it again at any time: what is there stays.
# Never fails: the service starts without and says what is missing. Pango and Cairo come from the system (scripts/install.sh print).
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
fonts="$root/artifacts/fonts"

# package version file...   (all OFL-1.1, without hinting: half the size of the distributions' builds once embedded)
list="noto-sans 0.4.2 400Regular/NotoSans_400Regular.ttf 700Bold/NotoSans_700Bold.ttf
noto-sans-mono 0.4.2 400Regular/NotoSansMono_400Regular.ttf
ibm-plex-sans-arabic 0.4.2 400Regular/IBMPlexSansArabic_400Regular.ttf
noto-sans-arabic 0.4.3 400Regular/NotoSansArabic_400Regular.ttf
noto-sans-devanagari 0.4.1 400Regular/NotoSansDevanagari_400Regular.ttf
noto-sans-thai 0.4.2 400Regular/NotoSansThai_400Regular.ttf
noto-sans-sc 0.4.3 400Regular/NotoSansSC_400Regular.ttf"

missing=""
while read -r package version files; do
  for file in $files; do
    [ -s "$fonts/$(basename "$file")" ] || missing="$missing @expo-google-fonts/$package@$version"
  done
done <<LIST
$list
LIST

if [ -n "$missing" ]; then
  if command -v npm >/dev/null 2>&1; then
    mkdir -p "$fonts"
    work=$(mktemp -d "$root/artifacts/fonts.XXXXXX")
    # shellcheck disable=SC2086 # the packages are separate words
    if npm install --prefix "$work" --no-save --no-audit --no-fund --ignore-scripts --loglevel=error $missing >"$work/log" 2>&1; then
      while read -r package version files; do
        for file in $files; do
          from="$work/node_modules/@expo-google-fonts/$package/$file"
          [ -s "$from" ] || continue
          cp "$from" "$fonts/.part" && mv "$fonts/.part" "$fonts/$(basename "$file")"
          cp "$work/node_modules/@expo-google-fonts/$package/LICENSE_FONT" "$fonts/LICENSE-$package.txt" 2>/dev/null
        done
      done <<LIST
$list
LIST
    else
      echo "fonts: npm could not install them:" >&2
      tail -n 3 "$work/log" >&2
    fi
    rm -rf "$work"
  else
    echo "fonts: npm is not here; put the fonts into $fonts, or rely on the system's (fonts-noto-core, fonts-noto-cjk)" >&2
  fi
fi

exit 0
