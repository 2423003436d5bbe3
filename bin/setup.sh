# Sourced by bin/rota and bin/test: finds Swift and installs what the build needs. Everything it says goes to standard error.
# Expects $root, the folder of the project.

say() { printf '%s\n' "$*" >&2; }

# Puts `swift` into PATH, or ends with one sentence how to get it.
need_swift() {
  command -v swift >/dev/null 2>&1 && return
  if [ -x /opt/swift/usr/bin/swift ]; then
    PATH=/opt/swift/usr/bin:$PATH
    export PATH
    return
  fi
  say "rota needs Swift 6.2 or later: install it from https://www.swift.org/install/linux/ and put its usr/bin folder into PATH."
  exit 1
}

# The Debian packages that the build needs and that are not here yet.
missing_packages() {
  printf '#include <glpk.h>\n' | clang -fsyntax-only -x c - 2>/dev/null || printf ' libglpk-dev'
  command -v git >/dev/null 2>&1 || printf ' git'
}

# Installs the missing packages with apt-get, through sudo when not root; ends with the command to run when that cannot work.
need_packages() {
  packages=$(missing_packages)
  [ -n "$packages" ] || return 0
  say "rota: installing$packages"
  if ! command -v apt-get >/dev/null 2>&1; then
    say "rota needs$packages (Debian's names), and there is no apt-get here: install GLPK's development files with your system's package manager (Fedora: dnf install glpk-devel)."
    exit 1
  fi
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    as_root='sudo -n'
    [ -t 2 ] && as_root=sudo
  fi
  if ! install_packages >"$root/.build/setup.log" 2>&1 </dev/null || [ -n "$(missing_packages)" ]; then
    tail -n 5 "$root/.build/setup.log" >&2
    say "rota could not install$packages itself; please run: sudo apt-get update && sudo apt-get install -y$packages"
    exit 1
  fi
}

install_packages() {
  apt_install || { $as_root apt-get update && apt_install; }
}

# `env` because sudo drops the environment; the lock timeout lets two first starts wait for each other.
apt_install() {
  # shellcheck disable=SC2086 # a list of names, and a command with its option
  $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 $packages
}
