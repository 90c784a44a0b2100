-- The batches of suppliers and what their rows came to.
CREATE TABLE status.catalog_batches (
    batch_id    uuid        PRIMARY KEY,
    supplier_id text        NOT NULL,
    action      text,   -- null until the batch is accepted
    row_count   bigint, -- null until the batch is accepted
    started_at  timestamptz NOT NULL,
    -- the sums over its slices
    listed      bigint      NOT NULL DEFAULT 0,
    delisted    bigint      NOT NULL DEFAULT 0,
    unchanged   bigint      NOT NULL DEFAULT 0,
    conflicting bigint      NOT NULL DEFAULT 0,
    decided_at  timestamptz
);
-- GET /v1/device-catalog/batches, newest first
CREATE INDEX catalog_batches_of_supplier ON status.catalog_batches (supplier_id, started_at, batch_id);

-- Which slices have been counted.
CREATE TABLE status.catalog_slices (
    batch_id    uuid        NOT NULL,
    slice       text        NOT NULL,
    supplier_id text        NOT NULL,
    listed      bigint      NOT NULL,
    delisted    bigint      NOT NULL,
    unchanged   bigint      NOT NULL,
    conflicting bigint      NOT NULL,
    decided_at  timestamptz NOT NULL,
    PRIMARY KEY (batch_id, slice)
);

-- The rows that were refused, in the order of the file.
CREATE TABLE status.catalog_conflicts (
    batch_id      uuid   NOT NULL,
    row_number    bigint NOT NULL,
    file          text   NOT NULL,
    line          bigint NOT NULL,
    manufacturer  text   NOT NULL,
    model         text   NOT NULL,
    serial_number text   NOT NULL,
    reason        text   NOT NULL,
    PRIMARY KEY (batch_id, row_number)
);
