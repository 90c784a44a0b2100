package dev.rollcall.access;

/// What a call is like, and so against which limits it counts.
public enum Traffic {
    /// It only asks; whoever watches something asks often.
    READ,
    /// It changes something, and says so in a few words.
    CALL,
    /// It brings files, with limits of their own.
    UPLOAD
}
