/// The hot pieces one by one, by JMH: what a row costs on its way from a file to a decision. From inside, unlike all
/// other benchmarks; `rollcall bench micro` runs them.
@NullMarked
package dev.rollcall.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
