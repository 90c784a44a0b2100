-- One row per relationship between a partner and a customer, from its asking to its end, kept for good. The version
-- counts the steps taken; what is ahead of published_version has yet to become an event.
CREATE TABLE upload.partner_relationships (
    relationship_id       uuid        PRIMARY KEY,
    partner_id            text        NOT NULL,
    customer_id           text        NOT NULL,
    requested_at          timestamptz NOT NULL,
    requested_by          text        NOT NULL,
    requested_request_id  uuid        NOT NULL,
    accepted_at           timestamptz,
    accepted_by           text,
    accepted_request_id   uuid,
    ended_at              timestamptz,
    ended_by              text,
    ended_side            text,
    ended_request_id      uuid,
    version               integer     NOT NULL GENERATED ALWAYS AS (num_nonnulls(requested_at, accepted_at, ended_at)) STORED,
    published_version     integer     NOT NULL DEFAULT 0,
    CHECK (num_nulls(accepted_at, accepted_by, accepted_request_id) IN (0, 3)),
    CHECK (num_nulls(ended_at, ended_by, ended_side, ended_request_id) IN (0, 4)),
    CHECK (ended_side IN ('partner', 'customer'))
);

CREATE UNIQUE INDEX partner_relationships_one_at_a_time
    ON upload.partner_relationships (partner_id, customer_id) WHERE ended_at IS NULL;

CREATE INDEX partner_relationships_between
    ON upload.partner_relationships (partner_id, customer_id, ended_at);

CREATE INDEX partner_relationships_of_partner
    ON upload.partner_relationships (partner_id, requested_at, relationship_id);

CREATE INDEX partner_relationships_of_customer
    ON upload.partner_relationships (customer_id, requested_at, relationship_id);

CREATE INDEX partner_relationships_unpublished
    ON upload.partner_relationships (relationship_id) WHERE published_version < version;

-- The X-Request-Id of the call that first brought the upload: a retry publishes the same events. Null for keys of before.
ALTER TABLE upload.idempotency_keys ADD COLUMN request_id uuid;
