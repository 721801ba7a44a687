#!/usr/bin/env bash
# Writes the first migration of both databases anew from the model. Until the first release there is exactly one migration; from then on
# a change adds one (dotnet ef migrations add NAME --project src/Lakudo.Migrations.X).
set -euo pipefail
cd "$(dirname "$0")"
dotnet tool restore >/dev/null
for vendor in Sqlite Postgres; do
  project=src/Lakudo.Migrations.$vendor
  rm -rf "$project/Migrations"
  dotnet build "$project" -v q -nologo -clp:ErrorsOnly
  dotnet ef migrations add First --project "$project" --no-build --output-dir Migrations >/dev/null
  # A fixed number instead of the minute of its making, so that writing it anew does not rename it.
  for file in "$project"/Migrations/*_First*.cs; do
    name=$(basename "$file")
    sed -i -E 's/"[0-9]{14}_First"/"20260101000000_First"/' "$file"
    mv "$file" "$project/Migrations/20260101000000_${name#*_}"
  done
done
