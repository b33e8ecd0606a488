#!/bin/sh
# Starts the service with the cache of classes that warm-up.sh wrote, if there is one for this Java.
set -eu
cd "$(dirname "$0")"

cache=""
if [ -f classes.aot ]; then
  cache="-XX:AOTCache=classes.aot"
elif [ -f classes.jsa ]; then
  cache="-XX:SharedArchiveFile=classes.jsa -Xshare:auto"
fi

# The options are meant to be split. exec: the service itself must get the signal to stop.
# shellcheck disable=SC2086
exec java $cache ${JAVA_OPTIONS:-} -jar app/quarkus-run.jar "$@"
