/** The author's command line: checks files and measures quality without starting the service. */
package dev.reconnect.cli;
