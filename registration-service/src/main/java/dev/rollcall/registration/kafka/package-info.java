/// How the worker speaks to Kafka: its clients, its consumer groups, its dead letters, its health.
@NullMarked
package dev.rollcall.registration.kafka;

import org.jspecify.annotations.NullMarked;
