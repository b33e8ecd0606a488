/** The words of the rule language: what a rule reads and what it concludes. The authors' public API. */
package dev.reconnect.fact;
