#!/usr/bin/env bash
# What an image of one service holds: a Java runtime of only the modules it needs, the service's jar in layers, and a
# cache of its classes. The Dockerfile calls this, and so can anybody without Docker:
#   deploy/image-content.sh JAR RUNTIME APP
# JAR is the service's executable jar; RUNTIME and APP are folders to make. The cache is of use only where APP lies at
# this path when the service runs.
set -euo pipefail

jar="$1" runtime="$2" app="$3"
jdk="${JAVA_HOME:?must point to a JDK 25}"

# What Spring, Kafka's and PostgreSQL's clients, TLS, Dutch texts and flight recordings need.
modules=java.base,java.desktop,java.instrument,java.management,java.naming,java.net.http,java.prefs,java.scripting,\
java.security.jgss,java.security.sasl,java.sql,java.transaction.xa,java.xml,jdk.crypto.cryptoki,jdk.jfr,\
jdk.localedata,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs

"$jdk/bin/jlink" --add-modules "$modules" --include-locales en,nl --strip-debug --no-header-files --no-man-pages \
    --generate-cds-archive --output "$runtime"

layers="$(mktemp -d)"
trap 'rm -rf "$layers"' EXIT
"$jdk/bin/java" -Djarmode=tools -jar "$jar" extract --layers --application-filename app.jar --destination "$layers"
mkdir -p "$app"
for layer in dependencies spring-boot-loader snapshot-dependencies application; do
    [ ! -d "$layers/$layer" ] || cp -r "$layers/$layer/." "$app/"
done

# The service starts until it misses its database, which is far enough to have loaded most of its classes.
cd "$app"
"$runtime/bin/java" -XX:AOTCacheOutput="$app/app.aot" -Xmx256m -XX:+UseParallelGC -jar app.jar \
    --spring.main.banner-mode=off --logging.level.root=off \
    --spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none --spring.datasource.hikari.connection-timeout=250 \
    --server.port=0 --management.server.port=0 >"$layers/training.log" 2>&1 || true
[ -s "$app/app.aot" ] || { cat "$layers/training.log" >&2; exit 1; }
