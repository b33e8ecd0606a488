/**
 * Measures how fast the service is, next to what else a team could use. Run by {@code mvn -Pbench verify}, never by the
 * usual {@code verify}: figures depend on the machine, so they are read and not asserted.
 */
package dev.reconnect.bench;
