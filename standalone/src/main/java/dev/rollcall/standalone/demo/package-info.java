/// The demo: brings the sample files in as their senders would, and compares what becomes of them
/// with what is expected.
@NullMarked
package dev.rollcall.standalone.demo;

import org.jspecify.annotations.NullMarked;
