#!/bin/sh
# What `make demo` runs: one pair of example texts through drafter, everything kept in one folder.
# usage: examples/demo.sh PROGRAM FOLDER
set -eu

drafter=$1
out=$2
here=$(dirname "$0")
mkdir -p "$out"

# Show a command as it would be typed, then run it; comparing finds differences (exit code 1).
run() {
  printf '\n$ drafter %s\n' "$*"
  "$drafter" "$@" 2>&1 || [ $? -eq 1 ]
}

echo "1. A resolution, numbered"
"$drafter" show "$here/night-skies.draft" >"$out/night-skies.view.txt"
printf '\n$ drafter show %s\n' "$here/night-skies.draft"
sed -n '1,16p' "$out/night-skies.view.txt"
echo "..."
sed -n '/^1\./,/^2\./p' "$out/night-skies.view.txt" | sed '$d'
echo "... the whole is in $out/night-skies.view.txt"

echo
echo "2. The same as Word files in the layout of the United Nations, and a pair of texts"
for name in night-skies libraries-draft libraries-adopted; do
  run export "$here/$name.draft" -o "$out/$name.docx" --force
done
run export "$here/libraries-adopted.draft" -o "$out/libraries-adopted.json" --force
run validate "$out/libraries-adopted.docx"

echo
echo "3. What changed between the draft and the adopted text"
run diff "$out/libraries-draft.docx" "$out/libraries-adopted.docx" --no-pager
run diff "$out/libraries-draft.docx" "$out/libraries-adopted.docx" --format summary \
  -o "$out/changes.txt" --force
run diff "$out/libraries-draft.docx" "$out/libraries-adopted.docx" -o "$out/changes.html" --force
run diff "$out/libraries-draft.docx" "$out/libraries-adopted.docx" -o "$out/changes.json" --force
run diff "$out/libraries-draft.docx" "$out/libraries-adopted.docx" -o "$out/changes.docx" --force

echo
echo "4. A draft from clauses, and what an editor says of a hasty one"
rm -f "$out/water.draft"
run new assembly-plenary -o "$out/water.draft" --set session=81 --set title="Water on small islands"
run edit "$out/water.draft" add pp pp-recall-resolution resolution=64/292 date=2010-07-28 \
  --then move pp last before pp 1
run check "$here/hasty.draft"

cat <<END

Everything is in $out:
  night-skies.docx, libraries-draft.docx, libraries-adopted.docx
                           Word files: open them in Word or LibreOffice
  libraries-adopted.json   the same text as data
  night-skies.view.txt     the numbered view
  changes.html             the changes side by side: open it in a browser
  changes.txt              the changes, a line each
  changes.json             the changes as data
  changes.docx             the changes as tracked changes of Word
  water.draft              a draft begun from a skeleton, its slots still open

Next: .venv/bin/drafter shell $out/water.draft, .venv/bin/drafter --help, and README.md.
END
