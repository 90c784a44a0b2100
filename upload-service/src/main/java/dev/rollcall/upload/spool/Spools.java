package dev.rollcall.upload.spool;

/// Where a request gets a spool of its own, to be closed when it ends.
@FunctionalInterface
public interface Spools {
    Spool open();
}
