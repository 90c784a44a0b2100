package dev.rollcall.upload.spool;

import dev.rollcall.access.Caller;

/// Where a request gets a spool of its own, as large as its sender's party may fill it; to be closed when it ends.
@FunctionalInterface
public interface Spools {
    Spool open(Caller sender);
}
