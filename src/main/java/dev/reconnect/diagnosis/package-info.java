/** Conclusions into a ranked diagnosis: probabilities, explanation, plan and questions. */
package dev.reconnect.diagnosis;
