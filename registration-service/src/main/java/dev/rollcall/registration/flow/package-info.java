/// From a poll of one lane to its outcomes: read, settle in rounds, isolate the bad row, publish.
@NullMarked
package dev.rollcall.registration.flow;

import org.jspecify.annotations.NullMarked;
