#!/bin/bash
# Tests bin/rota without the real compiler: a `swift` of ours counts its calls and "builds" a shell script as the program.
set -u
cd "$(dirname "$0")/.." || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failed=0

expect() { # what, wanted, found
  if [ "$2" != "$3" ]; then
    echo "start-test: $1: wanted '$2', found '$3'" >&2
    failed=1
  fi
}

mkdir -p "$work/project/Sources/A" "$work/tools" "$work/elsewhere"
cp -r bin "$work/project/"
touch "$work/project/Package.swift" "$work/project/Sources/A/"{one,two}.swift
# Called as: swift build --package-path FOLDER ... A build that read the program's standard input would show in the tests.
cat >"$work/tools/swift" <<'SWIFT'
#!/bin/sh
cat >/dev/null
echo x >>"$BUILDS"
echo noise; echo noise >&2
[ ! -e "$BUILDS.fail" ] || { echo "one.swift:1:1: error: broken"; exit 1; }
sleep 0.3
mkdir -p "$3/.build/release"
cat >"$3/.build/release/rota" <<'PROGRAM'
#!/bin/sh
case $1 in
  args) shift; for a in "$@"; do printf '[%s]' "$a"; done ;;
  cat) cat ;;
  status) exit "$2" ;;
  signal) trap "exit 7" TERM; kill -TERM $$; exit 1 ;;
  pid) echo $$ ;;
esac
PROGRAM
chmod +x "$3/.build/release/rota"
SWIFT
printf '#!/bin/sh\ncat >/dev/null\n' >"$work/tools/clang" # says that glpk.h is there
chmod +x "$work/tools/"*
export BUILDS=$work/builds PATH=$work/tools:$PATH
: >"$BUILDS"
rota=$work/project/bin/rota
builds() { wc -l <"$BUILDS" | tr -d ' '; }

# Two first starts at once: one build, both run, and building writes nothing to standard output.
"$rota" args first >"$work/out1" 2>"$work/err1" &
one=$!
"$rota" args second >"$work/out2" 2>"$work/err2" &
two=$!
wait $one; expect "first start" 0 $?
wait $two; expect "second start" 0 $?
expect "first output" "[first]" "$(cat "$work/out1")"
expect "second output" "[second]" "$(cat "$work/out2")"
expect "builds of two first starts" 1 "$(builds)"

expect "arguments" "[a b][][*][--x=\$HOME]" "$("$rota" args 'a b' '' '*' '--x=$HOME' 2>&1)"
expect "standard input" "中文 input" "$(printf '中文 input' | "$rota" cat 2>&1)"
"$rota" status 5; expect "exit status" 5 $?
"$rota" signal; expect "signal" 7 $?
"$rota" pid >"$work/pid" & wait $!; expect "the program replaces the script" "$!" "$(cat "$work/pid")"
expect "nothing changed" 1 "$(builds)"

ln -s "$rota" "$work/elsewhere/absolute"
ln -s ../project/bin/rota "$work/elsewhere/relative"
ln -s relative "$work/elsewhere/twice"
for link in absolute relative twice; do
  expect "link $link" "[x]" "$(cd / && "$work/elsewhere/$link" args x 2>&1)"
  expect "link $link in PATH" "[x]" "$(cd / && PATH=$work/elsewhere:$PATH $link args x 2>&1)"
done
expect "script named with no folder" "[x]" "$(cd "$work/project/bin" && sh rota args x 2>&1)"
expect "links do not build" 1 "$(builds)"

sources=$work/project/Sources/A
sleep 0.05; touch "$sources/one.swift"; "$rota" 2>/dev/null; expect "changed file" 2 "$(builds)"
sleep 0.05; rm "$sources/two.swift"; "$rota" 2>/dev/null; expect "removed file" 3 "$(builds)"
touch -d '2001-01-01' "$work/old.swift"
sleep 0.05; mv "$work/old.swift" "$sources/one.swift"; "$rota" 2>/dev/null; expect "older file" 4 "$(builds)"
sleep 0.05; touch "$work/project/Package.swift"
expect "input survives a build" "kept" "$(echo kept | "$rota" cat 2>/dev/null)"
rm "$work/project/.build/release/rota"; "$rota" 2>/dev/null; expect "program removed" 6 "$(builds)"

sleep 0.05; touch "$BUILDS.fail" "$work/project/Package.swift"
"$rota" args x >"$work/out" 2>"$work/err"; expect "status of a failed build" 1 $?
expect "output of a failed build" "" "$(cat "$work/out")"
grep -q 'error: broken' "$work/err" || expect "a failed build shows its errors" "error: broken" "$(cat "$work/err")"
rm "$BUILDS.fail"
expect "a failed build is tried again" "[x]" "$("$rota" args x 2>/dev/null)"

[ $failed -eq 0 ] && echo "start-test: bin/rota starts as promised"
exit $failed
