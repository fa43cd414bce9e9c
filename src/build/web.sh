#!/usr/bin/env bash
# Builds the web faces into the folder given, unless nothing under web/ changed since the last time.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=$1
[ -d web ] || exit 0
stamp=target/web.stamp
now=$( { find web openapi.json -type f -not -path '*/node_modules/*' -not -path '*/test-results/*' -not -name '*.gen.ts' -print0 | sort -z | xargs -0 sha256sum; } 2>/dev/null | sha256sum)
if [ -f "$stamp" ] && [ -f "$target/index.html" ] && [ "$(cat "$stamp")" = "$now" ]; then exit 0; fi
cd web
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
npm run --silent build
cd ..
mkdir -p target && echo "$now" > "$stamp"
