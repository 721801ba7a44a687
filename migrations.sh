#!/usr/bin/env bash
# Writes the one migration that no release has yet, `Next`, of both databases anew from the model. Released ones are never touched; where the model
# is as the last release left it, there is no Next.
#   ./migrations.sh                    after a change of the model, and after a rebase that conflicted in Migrations/ (take either side, then run it)
#   ./migrations.sh --released NAME    with a release: what was Next is called NAME from now on and stays as it is
# A database that already has Next does not get a rewritten one: while developing, begin with an empty var/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
vendors=(Sqlite Postgres)

if [ "${1:-}" = --released ]; then
  name=${2:?the name, for example Children}
  for vendor in "${vendors[@]}"; do
    for file in src/Lakudo.Migrations."$vendor"/Migrations/*_Next*.cs; do
      [ -f "$file" ] || { echo "$vendor: there is no Next; the release leaves the database as it was."; continue; }
      sed -i -E "s/\"([0-9]{14})_Next\"/\"\1_$name\"/; s/partial class Next\b/partial class $name/" "$file"
      mv "$file" "${file/_Next/_$name}"
    done
  done
  exit 0
fi

dotnet tool restore >/dev/null
for vendor in "${vendors[@]}"; do
  project=src/Lakudo.Migrations.$vendor
  folder=$project/Migrations
  rm -f "$folder"/*_Next*.cs
  # The model as the last release left it stands in that release's designer file; the snapshot is the same under another name.
  last=$(find "$folder" -name '*.Designer.cs' | sort | tail -1)
  sed -E -e '/^using Microsoft.EntityFrameworkCore.Migrations;/d' -e '/^    \[Migration\(/d' -e '/^        \/\/\/ <inheritdoc \/>/d' \
    -e 's/^    partial class .*/    partial class LakudoDbModelSnapshot : ModelSnapshot/' -e 's/override void BuildTargetModel\(/override void BuildModel(/' \
    "$last" >"$folder/LakudoDbModelSnapshot.cs"
  dotnet build "$project" -v q -nologo '-clp:ErrorsOnly;NoSummary'
  if dotnet ef migrations has-pending-model-changes --project "$project" --no-build >/dev/null; then
    echo "$vendor: as released"
    continue
  fi
  said=$(dotnet ef migrations add Next --project "$project" --no-build --output-dir Migrations) || { echo "$said" >&2; exit 1; }
  # A fixed number, a month after the last release's, instead of the minute of its making: writing it anew does not rename it.
  released=$(basename "$last"); number=$(date -u -d "${released:0:8} +1 month" +%Y%m01000000)
  for file in "$folder"/*_Next*.cs; do
    sed -i -E "s/\"[0-9]{14}_Next\"/\"${number}_Next\"/" "$file"
    made=$(basename "$file")
    mv "$file" "$folder/${number}_${made#*_}"
  done
  echo "$vendor: ${number}_Next"
done
