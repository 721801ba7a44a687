#!/usr/bin/env bash
# Speaks every line of ubin.csv into src/Lakudo.Web/wwwroot/suara/NAME.ogg. Usage: data/suara/rekam.sh
set -euo pipefail
cd "$(dirname "$0")"
out=../../src/Lakudo.Web/wwwroot/suara
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
tail -n +2 ubin.csv | while IFS=, read -r tile words kind; do
  # Letters and numbers a little slower than sentences: they are what must be understood across a hall.
  speed=135; [ "$kind" = kalimat ] && speed=150
  espeak-ng -v id -p 42 -a 120 -s "$speed" -w "$work/raw.wav" "$words" </dev/null
  # Cut the silence at both ends, leave 40 ms after it so that words do not run together, one loudness for all.
  sox "$work/raw.wav" -r 22050 -c 1 "$work/cut.wav" silence 1 0.01 0.6% reverse silence 1 0.01 0.6% fade t 0.015 reverse fade t 0.005 bass +2 gain -n -2 pad 0 0.04
  ffmpeg -v error -nostdin -y -i "$work/cut.wav" -map_metadata -1 -fflags +bitexact -flags:a +bitexact -c:a libvorbis -q:a 2 "$out/$tile.ogg"
done
