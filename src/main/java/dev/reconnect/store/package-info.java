/** What outlasts a restart: cases, outcomes, priors and releases. Entities never leave this room. */
package dev.reconnect.store;
