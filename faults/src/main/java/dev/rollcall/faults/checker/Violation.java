package dev.rollcall.faults.checker;

/// A promise that was not kept, and what shows it.
public record Violation(Promise promise, String what) {}
