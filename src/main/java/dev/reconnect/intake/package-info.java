/** What a portal sends, turned into symptoms: error codes in any spelling, pasted text and logs. */
package dev.reconnect.intake;
