/// The devices of a measurement, as suppliers list them, as tenants upload them, and as the projection has them.
@NullMarked
package dev.rollcall.benchmarks.devices;

import org.jspecify.annotations.NullMarked;
