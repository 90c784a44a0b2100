/// What breaks the cluster, by a schedule that a seed makes.
@NullMarked
package dev.rollcall.faults.nemesis;

import org.jspecify.annotations.NullMarked;
