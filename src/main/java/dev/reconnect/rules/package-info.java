/** DRL in, conclusions out: the gate that reads our dialect of DRL, the rule base built from it, and its sessions. */
package dev.reconnect.rules;
