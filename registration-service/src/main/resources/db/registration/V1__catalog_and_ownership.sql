-- The last word of the suppliers on each device. A delisted device keeps its row, so that an older word
-- that comes late cannot list it again.
CREATE TABLE registration.device_catalog (
    device_id   uuid PRIMARY KEY,
    supplier    text        NOT NULL,
    listed      boolean     NOT NULL,
    changed_at  timestamptz NOT NULL
);

-- Every ownership of every device, counted from generation 1. At most the latest of a device is not released;
-- the primary key lets only one of two racing requests begin the next.
CREATE TABLE registration.ownership (
    device_id             uuid        NOT NULL,
    generation            bigint      NOT NULL,
    tenant                text        NOT NULL,
    request_id            uuid        NOT NULL,
    accepted_at           timestamptz NOT NULL,
    registered_at         timestamptz NOT NULL,
    release_request_id    uuid,
    release_requested_at  timestamptz,
    released_at           timestamptz,
    PRIMARY KEY (device_id, generation),
    CHECK (num_nulls(release_request_id, release_requested_at, released_at) IN (0, 3))
);
