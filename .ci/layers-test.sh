#!/bin/sh
# Tests .ci/layers.sh on the small trees of .ci/layers-fixtures: each must give exactly the lines of its file `expected`.
cd "$(dirname "$0")" || exit 1
failed=0
count=0
for tree in layers-fixtures/*/; do
  count=$((count + 1))
  if ! ./layers.sh "$tree" | diff "$tree/expected" - >&2; then
    echo "layers-test: $tree: other lines than expected" >&2
    failed=1
  fi
done
[ "$count" -ge 6 ] || { echo "layers-test: fixtures are missing" >&2; exit 1; }
[ $failed -eq 0 ] && echo "layers-test: $count trees as expected"
exit $failed
