-- What was confirmed of devices on their way to their users, the first time of each step. It belongs to the registration
-- that it was confirmed for: of another one, earlier or later, it says nothing.
CREATE TABLE status.delivery_steps (
    tenant_id     text        NOT NULL,
    device_id     uuid        NOT NULL,
    registered_at timestamptz NOT NULL,
    step          text        NOT NULL,
    confirmed_at  timestamptz NOT NULL,
    request_id    uuid        NOT NULL,
    confirmed_by  text        NOT NULL,
    PRIMARY KEY (tenant_id, device_id, registered_at, step)
);

ALTER TABLE status.audit ADD COLUMN step text; -- of a delivery
