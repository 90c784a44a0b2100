/// The devices of a measurement, as suppliers list them and as tenants upload them.
@NullMarked
package dev.rollcall.benchmarks.devices;

import org.jspecify.annotations.NullMarked;
