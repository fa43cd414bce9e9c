#!/usr/bin/env bash
# The journeys in a real browser: a fresh demo city on a free port, Playwright against it, everything ended afterwards.
set -euo pipefail
cd "$(dirname "$0")/../.."
port=$(node -e 's=require("net").createServer();s.listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
data=$(mktemp -d)
./mulin demo --life short --port "$port" --data "$data/demo" > "$data/log" 2>&1 &
server=$!
stop() {
  kill "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  rm -rf "$data"
}
trap stop EXIT
for _ in $(seq 600); do
  grep -q '^Mulin is ready' "$data/log" && break
  kill -0 "$server" 2>/dev/null || { cat "$data/log"; exit 1; }
  sleep 0.5
done
grep -q '^Mulin is ready' "$data/log" || { cat "$data/log"; exit 1; }
cd web
MULIN_URL="http://localhost:$port" npm run --silent e2e
