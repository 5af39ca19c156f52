# What the actions of ./run share: packages, configuring, building. Sourced, never run.

build_packages="cmake ninja-build g++ pkg-config libyaml-cpp-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libicu-dev
  libfmt-dev libexpected-dev libxxhash-dev libcli11-dev libstemmer-dev libjemalloc-dev libgit2-dev esbuild nlohmann-json3-dev libcpp-httplib-dev libzip-dev
  libturbojpeg0-dev libwebp-dev libpng-dev"
test_packages="git catch2 chromium firefox-esr nodejs npm default-jre-headless libxml2-utils clang-format"
# What taking pictures of a built site needs.
shots_packages="chromium fonts-dejavu-core nodejs npm"
jobs=$(nproc)

say() { printf '\n== %s\n' "$*"; }

# Installs the Debian packages that are missing, and says so; does nothing when none is.
need() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  # A Node.js that came another way serves as well.
  if command -v node >/dev/null && command -v npm >/dev/null; then
    local kept=(); for package in "${missing[@]}"; do case $package in nodejs|npm) ;; *) kept+=("$package") ;; esac; done
    missing=("${kept[@]}")
  fi
  if command -v java >/dev/null; then
    local kept=(); for package in "${missing[@]}"; do [ "$package" = default-jre-headless ] || kept+=("$package"); done
    missing=("${kept[@]}")
  fi
  [ ${#missing[@]} -eq 0 ] && return 0
  say "installing ${missing[*]}"
  local as_root=(); [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# configure FOLDER OPTION..: a build folder of its own, with a compiler cache where there is one.
configure() {
  local folder=$1; shift
  local launcher=(); command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  cmake -S . -B "$folder" -G Ninja "${launcher[@]}" "$@" >/dev/null
}

build_program() {
  need $build_packages
  say "building build/praxis"
  configure build -DCMAKE_BUILD_TYPE=Release -DPRAXIS_TESTS="${1:-OFF}"
  cmake --build build --parallel "$jobs" >build/compile.log 2>&1 || { tail -40 build/compile.log; exit 3; }
}

