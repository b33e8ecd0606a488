/** How good the diagnoses are: measures over cases whose cause is known, with tables and plots. */
package dev.reconnect.quality;
