@NullMarked
package dev.rollcall.benchmarks.services;

import org.jspecify.annotations.NullMarked;
