/// How far topics are read, on a real broker.
@NullMarked
package dev.rollcall.registration.kafka;

import org.jspecify.annotations.NullMarked;
