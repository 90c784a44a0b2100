/// Traces that go along with events: a call's trace is in the header of each event that it publishes, and whoever
/// handles the event adds a span to that trace. Off unless `management.tracing.export.enabled` says otherwise, and then
/// neither classes nor records are touched.
@NullMarked
package dev.rollcall.tracing;

import org.jspecify.annotations.NullMarked;
