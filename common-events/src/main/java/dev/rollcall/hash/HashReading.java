package dev.rollcall.hash;

/// The result of reading one hardware hash: its facts, or the rung of the ladder on which it failed and why.
public sealed interface HashReading {

    record Valid(HashFacts facts) implements HashReading {}

    /// `reason` is for the admin who uploaded the row; it names positions and lengths, never the hash.
    record Invalid(HashRung rung, String reason) implements HashReading {}
}
