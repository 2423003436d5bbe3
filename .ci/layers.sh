#!/bin/sh
# Checks the layers: .ci/layers.sh [FOLDER]. Written in Perl because every Debian has it and shell text tools are too blunt.
exec perl "$(dirname "$0")/layers.pl" "$@"
