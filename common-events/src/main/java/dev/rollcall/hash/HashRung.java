package dev.rollcall.hash;

/// The validation ladder of a hardware hash, in the order its rungs are climbed.
public enum HashRung {
    /// There is text at all.
    PRESENCE,
    /// The text is base64.
    BASE64,
    /// The block begins with `OA`.
    MAGIC,
    /// The stated length of the records lies within the block.
    LENGTH,
    /// The records tile the stated length exactly.
    RECORDS,
    /// The SHA-256 digest behind the records matches them.
    DIGEST,
    /// Serial number, manufacturer and model are there.
    IDENTITY
}
