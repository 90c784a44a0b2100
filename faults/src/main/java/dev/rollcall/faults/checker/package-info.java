/// Holds the calls, the topics, the ownership table, the answers of the API and the metrics against each other.
@NullMarked
package dev.rollcall.faults.checker;

import org.jspecify.annotations.NullMarked;
