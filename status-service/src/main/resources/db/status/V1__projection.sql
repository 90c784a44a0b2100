-- The projection. Every component of a device is a maximum: whoever writes it writes GREATEST(old, new), so that
-- repeats and any order of the topics end in the same row. A composite's first fields are what orders it.

CREATE TYPE status.details AS (
    serial_number text,
    manufacturer  text,
    model         text,
    product_id    text,
    group_tag     text,
    assigned_user text
);

-- The latest request of the tenant for the device; for the same request the rejection is later than the asking.
CREATE TYPE status.asked AS (
    at         timestamptz,
    row_number bigint,
    request_id uuid,
    rejected   boolean,
    batch_id   uuid,
    identified boolean,
    error      text,
    reason     text,
    details    status.details
);

-- The latest request that succeeded, whatever became of the ownership.
CREATE TYPE status.succeeded AS (
    at         timestamptz,
    row_number bigint,
    request_id uuid
);

-- The tenant's newest ownership.
CREATE TYPE status.registration AS (
    generation    bigint,
    registered_at timestamptz,
    request_id    uuid,
    batch_id      uuid,
    details       status.details
);

CREATE TYPE status.sighting AS (
    at          timestamptz,
    reported_at timestamptz,
    by_user     text
);

CREATE TABLE status.devices (
    tenant_id           text   NOT NULL,
    device_id           uuid   NOT NULL,
    -- the normalised serial number; compared bytewise, so that every server sorts alike
    serial_key          text   COLLATE "C" NOT NULL DEFAULT '',
    asked               status.asked,
    succeeded           status.succeeded,
    registration        status.registration,
    released_generation bigint NOT NULL DEFAULT 0,
    -- failures of requests accepted before this are history: dismissed, or of a device that was released since
    dismissed_before    timestamptz,
    -- the latest success under the same serial number, which an unidentified failure of no later batch gives way to
    superseded_at       timestamptz,
    sighting            status.sighting,

    -- what the device is in its tenant's list: null is not listed
    standing text GENERATED ALWAYS AS (
        CASE
            WHEN (registration).generation > released_generation THEN 'registered'
            WHEN (asked).at IS NULL THEN NULL
            WHEN NOT (asked).rejected THEN
                CASE
                    WHEN (succeeded).at IS NULL THEN 'requested'
                    WHEN (succeeded).request_id = (asked).request_id THEN NULL
                    WHEN ((asked).at, (asked).row_number, (asked).request_id)
                        > ((succeeded).at, (succeeded).row_number, (succeeded).request_id) THEN 'requested'
                END
            WHEN (asked).at < dismissed_before THEN NULL
            WHEN NOT (asked).identified AND superseded_at >= (asked).at THEN NULL
            ELSE 'failed'
        END) STORED,
    -- when the present owner's user was last seen on it; earlier sightings and those of others do not count
    last_seen_at timestamptz GENERATED ALWAYS AS (
        CASE
            WHEN (registration).generation > released_generation
                AND (sighting).at >= (registration).registered_at THEN (sighting).at
        END) STORED,
    registered_at timestamptz GENERATED ALWAYS AS (
        CASE WHEN (registration).generation > released_generation THEN (registration).registered_at END) STORED,
    request_id uuid GENERATED ALWAYS AS (
        CASE WHEN (registration).generation > released_generation
            THEN (registration).request_id ELSE (asked).request_id END) STORED,
    batch_id uuid GENERATED ALWAYS AS (
        CASE WHEN (registration).generation > released_generation
            THEN (registration).batch_id ELSE (asked).batch_id END) STORED,
    serial_number text GENERATED ALWAYS AS (
        CASE WHEN (registration).generation > released_generation
            THEN ((registration).details).serial_number ELSE ((asked).details).serial_number END) STORED,
    manufacturer text GENERATED ALWAYS AS (
        CASE WHEN (registration).generation > released_generation
            THEN ((registration).details).manufacturer ELSE ((asked).details).manufacturer END) STORED,
    model text GENERATED ALWAYS AS (
        CASE WHEN (registration).generation > released_generation
            THEN ((registration).details).model ELSE ((asked).details).model END) STORED,
    group_tag text GENERATED ALWAYS AS (
        CASE WHEN (registration).generation > released_generation
            THEN ((registration).details).group_tag ELSE ((asked).details).group_tag END) STORED,
    assigned_user text GENERATED ALWAYS AS (
        CASE WHEN (registration).generation > released_generation
            THEN ((registration).details).assigned_user ELSE ((asked).details).assigned_user END) STORED,
    -- The order of the states, without a clock: 0 requested, 1 failed, 2 never seen, then the later seen the earlier.
    -- At every instant all active devices come before all inactive ones.
    state_order bigint GENERATED ALWAYS AS (
        CASE
            WHEN (registration).generation > released_generation THEN
                CASE
                    WHEN (sighting).at >= (registration).registered_at THEN
                        4611686018427387904 - (extract(epoch FROM
                            (sighting).at - timestamptz '1970-01-01 00:00:00+00') * 1000000)::bigint
                    ELSE 2
                END
            WHEN (asked).rejected THEN 1
            ELSE 0
        END) STORED,
    -- microseconds since 1970, -1 for never: what registeredAt and ageDays sort by
    registered_order bigint GENERATED ALWAYS AS (
        CASE
            WHEN (registration).generation > released_generation THEN (extract(epoch FROM
                (registration).registered_at - timestamptz '1970-01-01 00:00:00+00') * 1000000)::bigint
            ELSE -1
        END) STORED,
    PRIMARY KEY (tenant_id, device_id)
);

-- GET /v1/devices sort=serialNumber; also finds the entries under one serial number, listed or not.
CREATE INDEX devices_by_serial_number ON status.devices (tenant_id, serial_key, device_id);
-- sort=state and sort=lastSeenAt, the state filters, the counts of the summary (index-only), and whatever is asked of
-- the entries that are not decided yet.
CREATE INDEX devices_by_state ON status.devices (tenant_id, state_order, device_id) WHERE standing IS NOT NULL;
-- error=…, and the counts by error.
CREATE INDEX devices_by_error ON status.devices (tenant_id, ((asked).error), device_id) WHERE standing = 'failed';

CREATE TABLE status.requests (
    batch_id      uuid        NOT NULL,
    row_number    bigint      NOT NULL,
    request_id    uuid        NOT NULL,
    tenant_id     text        NOT NULL,
    partner_id    text,
    device_id     uuid        NOT NULL,
    file          text        NOT NULL,
    line          bigint      NOT NULL,
    requested_at  timestamptz NOT NULL,
    serial_number text,
    manufacturer  text,
    model         text,
    product_id    text,
    group_tag     text,
    assigned_user text,
    outcome       text, -- null is pending
    reason        text,
    decided_at    timestamptz,
    PRIMARY KEY (batch_id, row_number)
) WITH (fillfactor = 50); -- each row is decided once: in its own page and, as no index has an outcome, in no index

-- GET /v1/requests/{requestId}
CREATE INDEX requests_by_id ON status.requests (request_id);
-- the history of a device, and what is pending for it
CREATE INDEX requests_by_device ON status.requests (device_id);

-- The failed rows of a batch, which are few, in the order of the file.
CREATE TABLE status.failures (
    batch_id   uuid   NOT NULL,
    row_number bigint NOT NULL,
    error      text   NOT NULL,
    PRIMARY KEY (batch_id, row_number)
);

CREATE TABLE status.releases (
    request_id   uuid        PRIMARY KEY,
    tenant_id    text        NOT NULL,
    device_id    uuid        NOT NULL,
    requested_by text        NOT NULL,
    requested_at timestamptz NOT NULL,
    outcome      text, -- null is pending
    decided_at   timestamptz
);
CREATE INDEX releases_by_device ON status.releases (tenant_id, device_id);

CREATE TABLE status.batches (
    batch_id   uuid        PRIMARY KEY,
    tenant_id  text        NOT NULL,
    partner_id text,
    started_at timestamptz NOT NULL,
    row_count  bigint -- null until the batch is accepted
);
-- GET /v1/batches, newest first, for the tenant and for the partner that posted them
CREATE INDEX batches_of_tenant ON status.batches (tenant_id, started_at, batch_id);
CREATE INDEX batches_of_partner ON status.batches (partner_id, started_at, batch_id) WHERE partner_id IS NOT NULL;

-- How many rows of a batch came to what: 'Seen' for every row, and its outcome once. Progress needs no counting.
CREATE TABLE status.batch_counts (
    batch_id   uuid   NOT NULL,
    what       text   NOT NULL,
    rows       bigint NOT NULL,
    decided_at timestamptz,
    PRIMARY KEY (batch_id, what)
);

-- The failed rows as they were uploaded, hash and all: personal data, purged after seven days.
CREATE TABLE status.rejected_columns (
    batch_id      uuid        NOT NULL,
    row_number    bigint      NOT NULL,
    accepted_at   timestamptz NOT NULL,
    serial_number text,
    manufacturer  text,
    model         text,
    product_id    text,
    hardware_hash text,
    group_tag     text,
    assigned_user text,
    PRIMARY KEY (batch_id, row_number)
);
CREATE INDEX rejected_columns_by_age ON status.rejected_columns (accepted_at);
