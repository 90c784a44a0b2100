/// How fast devices get from an accepted upload to an outcome that can be seen, what each costs, and how long one alone
/// takes.
@NullMarked
package dev.rollcall.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
