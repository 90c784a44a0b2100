-- One row per upload that carried an idempotency key, kept for good: the ids of a batch are derived from its key.
-- completed_at is null while the upload is at work (leased_until is in the future) or after it broke off (in the past).
CREATE TABLE upload.idempotency_keys (
    tenant_id       text        NOT NULL,
    acting_party    text        NOT NULL,
    idempotency_key text        NOT NULL,
    fingerprint     bytea       NOT NULL,
    batch_id        uuid        NOT NULL UNIQUE,
    accepted_at     timestamptz NOT NULL,
    lease_id        uuid        NOT NULL UNIQUE,
    leased_until    timestamptz NOT NULL,
    completed_at    timestamptz,
    row_count       bigint,
    ignored_columns text[],
    PRIMARY KEY (tenant_id, acting_party, idempotency_key),
    CHECK ((completed_at IS NULL) = (row_count IS NULL)),
    CHECK ((completed_at IS NULL) = (ignored_columns IS NULL))
);
