# What .ci/run and .ci/long share: copies of the tree, Pythons, steps and lanes. To be sourced in the project's folder.
# shellcheck shell=bash
set -euo pipefail
exec </dev/null
# Modules are compiled when they are imported: of most packages, a few are.
export LC_ALL=C.UTF-8 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore PIP_NO_COMPILE=1
# The tests are to see the installed package, never this folder.
unset PYTHONPATH VIRTUAL_ENV

work=$(mktemp -d)
lanes=()
trap 'for each in "${lanes[@]}"; do kill -- "-$each" 2>/dev/null || true; done; rm -rf "$work"' EXIT
touch "$work/failed"

# say TEXT...: tell how far it is.
say() { printf '\n== %s (%d s)\n' "$*" "$SECONDS"; }

# step NAME COPY COMMAND: run the command in a copy of the tree, and show what it said when it is done, in one piece, as
# another lane speaks as well. A failure is noted, and the next step goes on.
step() {
  local log began=$SECONDS end=well TIMEFORMAT='%0U + %0S'
  log=$(mktemp -p "$work")
  say "$1: begins"
  { time { (cd "$work/$2" && PATH="$work/$2.bin:$PATH" bash -euo pipefail -c "$3") >"$log" 2>&1; } } 2>"$log.cpu" ||
    end=FAILED
  [ "$end" = well ] || echo "$1" >>"$work/failed"
  say "$1: $end after $((SECONDS - began)) s, with $(cat "$log.cpu") s of processor, user and system" >>"$log"
  cat "$log"
  rm "$log" "$log.cpu"
}

# lane FUNCTION ARGUMENT...: run it beside the others, in a group of processes that ends with this one.
lane() {
  set -m
  "$@" &
  set +m
  lanes+=($!)
}

# Wait for all lanes, and end with 1 if a step failed, or a lane itself.
finish() {
  local each
  for each in "${lanes[@]}"; do
    wait "$each" || echo "a lane" >>"$work/failed"
  done
  lanes=()
  if [ -s "$work/failed" ]; then
    say "failed:"
    sed 's/^/  /' "$work/failed"
    exit 1
  fi
  say "all is well"
}

# The commands that README.md shows are the ones that run here.
readme_command() {
  grep -E -m1 "^python3 -m venv .*/$1( |\$)" README.md || { echo "README.md has no command for $1" >&2; exit 1; }
}

# Every Python from 3.11 up that starts and can make an environment, as "version path", one of each version.
pythons() {
  local candidate
  for candidate in python3.{11..19} python3 ~/.pyenv/versions/*/bin/python3; do
    "$candidate" -c 'import ensurepip, ssl, sys, venv
if sys.version_info >= (3, 11): print("%d.%d" % sys.version_info[:2], sys.executable)' 2>/dev/null || true
  done | sort -V -u -k1,1
}

# Set `found` to the Pythons, `oldest` and `newest` to the paths of two of them, which may be one.
# shellcheck disable=SC2034  # newest is for who sources this
find_pythons() {
  mapfile -t found < <(pythons)
  [ ${#found[@]} -gt 0 ] || { echo "no Python from 3.11 up that can make an environment" >&2; exit 1; }
  oldest=${found[0]#* } newest=${found[-1]#* }
  say "Pythons: ${found[*]%% *}"
}

# copy_tree NAME PYTHON: a folder NAME under $work with a copy of the tree, and `python3` on its own PATH.
copy_tree() {
  local name=$1 python=$2
  mkdir -p "$work/$name" "$work/$name.bin"
  git ls-files -z --cached --others --exclude-standard | tar -c --null -T - --ignore-failed-read | tar -x -C "$work/$name"
  printf '#!/bin/sh\nexec "%s" "$@"\n' "$python" >"$work/$name.bin/python3"
  chmod +x "$work/$name.bin/python3"
}

# Debian's packages, for steps that need more than Python. Fails where they cannot be installed.
system_packages() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null &&
    apt-get update -q >/dev/null && apt-get install -q -y --no-install-recommends "$@" >/dev/null
}

# The tests with a browser drive the system's Chromium.
browser() {
  command -v chromium >/dev/null || system_packages chromium fonts-dejavu-core ||
    { skips_are_failures=; echo "tests/browser is passed by: no chromium, and it cannot be installed"; }
}

# A test that is skipped shows nothing. Empty where something that tests need cannot be had.
skips_are_failures=yes
readonly NO_SKIPS='tee tests.log; ! grep -q ^SKIPPED tests.log || { echo "Tests were skipped, see above."; exit 1; }'

# tests NAME OPTION...: the README's command in a copy of the tree, with options of pytest.
tests() {
  local name=$1 command
  shift
  # In a subshell, or "install && test | ..." would be well where the installation fails.
  command="($(readme_command pytest) $*)"
  [ -z "$skips_are_failures" ] || command+=" | $NO_SKIPS"
  step "$name: tests" "$name" "$command"
  step "$name: versions" "$name" '.venv/bin/pip list 2>/dev/null | grep -i -E "^(docutils|myst|sphinx)[a-z_-]* "'
}

# environment NAME PYTHON REQUIREMENT...: a copy of the tree with an environment that has these.
environment() {
  copy_tree "$1" "$2"
  step "$1: install" "$1" "python3 -m venv .venv && .venv/bin/pip install -q $(printf '"%s" ' "${@:3}")"
}

# docs NAME: the README's command, which takes warnings as errors.
docs() { step "$1: docs" "$1" "$(readme_command sphinx-build)"; }

# with_lowest COMMAND...: run it where pip takes each requirement at the lowest version that pyproject.toml allows.
with_lowest() {
  "$oldest" .ci/lowest.py >"$work/lowest.txt"
  PIP_CONSTRAINT=$work/lowest.txt "$@"
}

# fuzz COPY SECONDS: every reader of what strangers write, for so many seconds, in an environment that has atheris.
fuzz() {
  step "fuzz: $2 s for each target" "$1" \
    ".venv/bin/python tests/fuzz/explore.py $2 2>&1 | { grep -v '^INFO: Instrumenting' || true; }"
}
