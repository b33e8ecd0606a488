/** One immutable snapshot of rules and knowledge: how it is checked, published and rolled back. */
package dev.reconnect.release;
