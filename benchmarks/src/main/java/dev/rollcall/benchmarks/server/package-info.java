/// The Rollcall that is measured: a process of its own on a temporary directory.
@NullMarked
package dev.rollcall.benchmarks.server;

import org.jspecify.annotations.NullMarked;
