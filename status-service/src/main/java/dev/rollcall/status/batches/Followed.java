package dev.rollcall.status.batches;

import dev.rollcall.identity.BatchId;

/// A batch that somebody who may see it wants to be told of.
record Followed(BatchOwner owner, BatchId batch) {}
