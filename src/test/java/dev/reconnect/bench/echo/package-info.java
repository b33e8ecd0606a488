/** What is added to the service for a measurement, and is in no service that ships. */
package dev.reconnect.bench.echo;
