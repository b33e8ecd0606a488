#!/bin/sh
# Starts the service once, asks it for a diagnosis and stops it, so that Java can write down which classes it loaded:
# classes.aot on Java 25 and later, classes.jsa before. Works in any folder that holds app/, rules/ and knowledge/.
set -eu
cd "$(dirname "$0")"

port="${WARM_UP_PORT:-18080}"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

major="$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')"
rm -f classes.aot classes.jsa
if [ "$major" -ge 25 ]; then
  record="-XX:AOTCacheOutput=classes.aot"
else
  record="-XX:ArchiveClassesAtExit=classes.jsa"
fi

java "$record" -Dquarkus.http.port="$port" -Dreconnect.data="$scratch" -jar app/quarkus-run.jar > "$scratch/log" 2>&1 &
service=$!

tries=0
until curl -fsS -o /dev/null "http://127.0.0.1:$port/q/health/ready" 2> /dev/null; do
  tries=$((tries + 1))
  if [ "$tries" -gt 240 ] || ! kill -0 "$service" 2> /dev/null; then
    cat "$scratch/log" >&2
    kill "$service" 2> /dev/null || true
    exit 1
  fi
  sleep 0.5
done
curl -fsS -o /dev/null "http://127.0.0.1:$port/v1/diagnoses" -H 'Content-Type: application/json' \
  -d '{"symptoms": [{"id": "error.code", "value": "0x904"}], "text": "the certificate has expired"}'

kill "$service"
wait "$service" || true
ls -l classes.*
