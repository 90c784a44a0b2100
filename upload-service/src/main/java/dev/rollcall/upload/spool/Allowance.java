package dev.rollcall.upload.spool;

import dev.rollcall.upload.reading.Limits;

/// How much one upload may bring: bytes as sent and again as unpacked, files and entries of archives, rows.
public record Allowance(long maxBytes, int maxFiles, Limits rows) {

    /// The less of this and of what the sender's party may bring.
    public Allowance atMost(long bytes, long rowCount) {
        return new Allowance(Math.min(maxBytes, bytes), maxFiles, rows.atMost(rowCount));
    }
}
