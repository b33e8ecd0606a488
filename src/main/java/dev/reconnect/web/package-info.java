/** The service as others meet it: REST, problems, security, configuration and wiring. */
package dev.reconnect.web;
