/** What is known: symptoms, causes, fixes, codes and cases, as read from the files in {@code knowledge}, and the flaws found in them. */
package dev.reconnect.knowledge;
