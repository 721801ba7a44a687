#!/bin/sh
# Memasang Lakudo dari arsip ini, tanpa internet. Jalankan sebagai root. / Installs Lakudo from this archive, without internet. Run as root.
#   ./install.sh                               pasang, atau perbarui yang terpasang (dicadangkan dulu) / install, or upgrade with a backup first
#   ./install.sh --restore ARSIP [--sheet F]   pasang pada mesin kosong dari cadangan / install on an empty machine from a backup
#   ./install.sh --back [--sheet F]            kembali ke versi sebelum pembaruan / back to the version before the upgrade
#   ./install.sh --uninstall                   copot program; data dan pengaturan tinggal / remove the program; data and settings stay
set -eu
home=/opt/lakudo
settings=/etc/lakudo/lakudo.env
unit=/etc/systemd/system/lakudo.service
command=/usr/local/bin/lakudo
back=$home/back
here=$(cd "$(dirname "$0")" && pwd)

say() { echo "$*"; }
fail() { echo "GAGAL: $*" >&2; exit 1; }
systemd() { [ -d /run/systemd/system ]; }
stop() { if systemd && [ -f "$unit" ]; then systemctl stop lakudo; fi; }
start() {
  if systemd; then
    systemctl daemon-reload
    systemctl enable --quiet lakudo
    systemctl restart lakudo
    say "Layanan berjalan: systemctl status lakudo"
  else
    say "systemd tidak berjalan di mesin ini. Mulai dengan: lakudo serve --urls $(value LAKUDO_URLS http://127.0.0.1:5080)"
  fi
}
# One setting, without running the file.
value() { v=$(sed -n "s/^$1=//p" "$settings" 2>/dev/null | tail -1 | sed 's/^"\(.*\)"$/\1/'); echo "${v:-$2}"; }
current() { [ -L "$home/current" ] && basename "$(readlink "$home/current")" || true; }
point() { ln -sfn "releases/$1" "$home/current.new" && mv -T "$home/current.new" "$home/current"; }
with() { release=$1; shift; LAKUDO_PROGRAM=$home/releases/$release/program/lakudo "$home/releases/$release/lakudo" "$@"; }

check_machine() {
  case "$(uname -m)" in
    x86_64) machine=linux-x64 ;;
    aarch64) machine=linux-arm64 ;;
    *) fail "prosesor $(uname -m) tidak didukung." ;;
  esac
  [ "$machine" = "$(cat "$here/PLATFORM")" ] || fail "arsip ini untuk $(cat "$here/PLATFORM"), mesin ini $machine."
  for tool in runuser useradd sha256sum install; do command -v $tool >/dev/null || fail "program $tool tidak ada."; done
  # The two libraries the runtime takes from the system; every Debian with systemd has both.
  for library in libssl libstdc++; do
    ldconfig -p 2>/dev/null | grep -q "$library\.so\." || fail "pustaka $library tidak ada. Debian: pasang paket libssl3 dan libstdc++6 dari media pemasangan."
  done
  (cd "$here" && sha256sum --quiet -c SHA256SUMS) || fail "arsip tidak utuh; unduh atau salin lagi."
  mkdir -p "$home/releases"
  free=$(df -Pk "$home" | awk 'NR == 2 {print $4}')
  [ "$free" -gt 600000 ] || fail "ruang di $home kurang dari 600 MB."
}

# The new program stands aside until it has proved itself; a refusal leaves what was there.
copy_program() {
  rm -rf "$home"/releases/*.new
  cp -r "$here" "$home/releases/$version.new"
  chown -R root:root "$home/releases/$version.new"
  chmod -R u=rwX,go=rX "$home/releases/$version.new"
}

take_program() {
  rm -rf "$home/releases/$version"
  mv "$home/releases/$version.new" "$home/releases/$version"
  point "$version"
}

prepare_place() {
  getent passwd lakudo >/dev/null || useradd --system --user-group --home-dir /var/lib/lakudo --no-create-home --shell /usr/sbin/nologin lakudo
  mkdir -p /etc/lakudo
  [ -f "$settings" ] || cp "$here/lakudo.env" "$settings"
  # It may hold a database password.
  chown root:lakudo /etc/lakudo "$settings" && chmod 750 /etc/lakudo && chmod 640 "$settings"
  data=$(value Lakudo__Data /var/lib/lakudo)
  install -d -o lakudo -g lakudo -m 700 "$data" /var/backups/lakudo
}

place_files() {
  install -m 755 "$here/lakudo" "$command"
  mkdir -p "$(dirname "$unit")"
  install -m 644 "$here/lakudo.service" "$unit"
}

# Keeps the release in use and the one before it.
sweep() {
  for old in "$home"/releases/*; do
    case "$(basename "$old")" in "$(current)" | "$(sed -n 's/^previous=//p' "$back" 2>/dev/null)") ;; *) rm -rf "$old" ;; esac
  done
}

# Restores as the service's user, who must be able to read the archive; the sheet may lie in root's folder. Asks for it when there is no file.
restore_with() {
  if ! runuser -u lakudo -- test -r "$archive"; then
    chown lakudo "$archive" 2>/dev/null && runuser -u lakudo -- test -r "$archive" || fail "pengguna lakudo tidak dapat membaca $archive; taruh di /media, /mnt atau /var/backups/lakudo."
  fi
  if [ -n "$sheet" ]; then grep -E '^ *[0-9]+:' "$sheet" | with "$1" restore "$archive"; else with "$1" restore "$archive"; fi
}

new_installation() {
  prepare_place
  copy_program
  if [ -n "$archive" ]; then
    restore_with "$version.new" || fail "pemulihan ditolak; program belum dijalankan. Perbaiki sebabnya, lalu ulangi perintah ini."
  else
    with "$version.new" migrate || fail "basis data tidak dapat dibuat."
  fi
  take_program
  rm -f "$back"
  place_files
  say "Lakudo $version terpasang: program $home, data $data, pengaturan $settings."
  start
  [ -n "$archive" ] || say "Berikutnya: lakudo backup init, lalu lakudo region add, hall add, staff add (docs/install.md). Contoh untuk dicoba: lakudo seed"
}

upgrade() {
  from=$(current)
  prepare_place
  # The same version again puts its files in order; it is no upgrade to go back from.
  if [ "$from" = "$version" ]; then
    copy_program
    stop
    take_program
    place_files
    say "Lakudo $version dipasang ulang."
    start
    return
  fi
  copy_program
  stop
  folder=$(value Backup__Folder /var/backups/lakudo)
  if told=$(with "$version.new" upgrade --to "$folder" 2>&1); then
    say "$told"
  else
    say "$told" >&2
    rm -rf "$home/releases/$version.new"
    start
    fail "tidak diperbarui; $from tetap dipakai dan tidak ada yang diubah."
  fi
  { echo "previous=$from"; echo "archive=$(echo "$told" | sed -n 's/.*lakudo restore \(.*\.lakudo\) .*/\1/p')"; } >"$back"
  take_program
  place_files
  sweep
  say "Lakudo diperbarui dari $from ke $version. Kembali: $home/current/install.sh --back"
  start
}

go_back() {
  [ -f "$back" ] || fail "tidak ada pembaruan untuk dikembalikan."
  previous=$(sed -n 's/^previous=//p' "$back")
  archive=$(sed -n 's/^archive=//p' "$back")
  from=$(current)
  data=$(value Lakudo__Data /var/lib/lakudo)
  [ -x "$home/releases/$previous/program/lakudo" ] || fail "program $previous tidak ada lagi di $home/releases."
  stop
  if [ -n "$archive" ]; then
    say "Basis data dikembalikan dari $archive. Yang dikerjakan sejak pembaruan tidak ikut; data sekarang disimpan di samping."
    aside=$data.$from.$(date +%Y%m%d%H%M%S)
    mv "$data" "$aside"
    install -d -o lakudo -g lakudo -m 700 "$data"
    if ! (restore_with "$previous"); then
      rm -rf "$data"
      mv "$aside" "$data"
      start
      fail "tidak kembali; $from tetap dipakai. PostgreSQL: ganti nama basis datanya, buat yang kosong dengan nama semula, lalu ulangi."
    fi
    say "Data setelah pembaruan: $aside. Hapus bila sudah pasti tidak diperlukan."
  fi
  point "$previous"
  install -m 755 "$home/current/lakudo" "$command"
  install -m 644 "$home/current/lakudo.service" "$unit"
  rm -f "$back"
  say "Kembali dari $from ke $previous."
  start
}

uninstall() {
  if systemd && [ -f "$unit" ]; then systemctl disable --now --quiet lakudo; fi
  rm -rf "$unit" "$command" "$home"
  if systemd; then systemctl daemon-reload; fi
  say "Program dicopot. Tinggal: data $(value Lakudo__Data /var/lib/lakudo), cadangan /var/backups/lakudo, pengaturan $settings, pengguna lakudo."
}

[ "$(id -u)" = 0 ] || fail "jalankan sebagai root."
mode="" archive="" sheet=""
while [ $# -gt 0 ]; do
  case "$1" in
    --restore) mode=restore; archive=$(realpath "${2:?arsip}"); shift 2 ;;
    --sheet) sheet=$(realpath "${2:?berkas}"); shift 2 ;;
    --back | --uninstall) mode=$1; shift ;;
    *) sed -n '2,6s/^# //p' "$0"; exit 2 ;;
  esac
done
case "$mode" in
  --back) go_back ;;
  --uninstall) uninstall ;;
  *)
    version=$(cat "$here/VERSION")
    check_machine
    if [ -z "$(current)" ]; then
      new_installation
    elif [ -n "$archive" ]; then
      fail "Lakudo sudah terpasang; --restore hanya untuk mesin kosong. Lihat docs/backup.md."
    else
      upgrade
    fi ;;
esac
