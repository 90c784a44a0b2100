/// The engines that all services need, inside this process and kept in one data directory: the real
/// Kafka broker and the real PostgreSQL, on this machine's loopback address only.
@NullMarked
package dev.rollcall.standalone.engine;

import org.jspecify.annotations.NullMarked;
