-- Who did what: added to, and never changed. Filled from facts that are kept for good.
CREATE TABLE status.audit (
    tenant_id       text        NOT NULL,
    -- names the act among the tenant's, so that it is there once however often it is told
    event           text COLLATE "C" NOT NULL,
    at              timestamptz NOT NULL,
    action          text        NOT NULL,
    by_subject      text        NOT NULL,
    request_id      uuid, -- null: a batch from before its call was told
    partner_id      text,
    batch_id        uuid,
    row_count       bigint,
    device_id       uuid,
    relationship_id uuid,
    side            text, -- who took the step of a relationship
    PRIMARY KEY (tenant_id, event)
);
-- GET /v1/audit, newest first
CREATE INDEX audit_by_time ON status.audit (tenant_id, at, event);
CREATE INDEX audit_by_device ON status.audit (tenant_id, device_id) WHERE device_id IS NOT NULL;
CREATE INDEX audit_by_relationship ON status.audit (tenant_id, relationship_id) WHERE relationship_id IS NOT NULL;

CREATE FUNCTION status.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON status.audit
    FOR EACH STATEMENT EXECUTE FUNCTION status.refuse_change();

-- Releases that were decided before there was an audit: their outcomes have been read and will not be read again.
-- Batches and relationships need nothing here: the audit reads their topics in a group of its own, from the beginning.
INSERT INTO status.audit (tenant_id, event, at, action, by_subject, request_id, device_id)
SELECT tenant_id, 'release/' || request_id, requested_at,
    CASE outcome WHEN 'Released' THEN 'DeviceReleased' ELSE 'FailureDismissed' END, requested_by, request_id, device_id
FROM status.releases WHERE outcome IS NOT NULL;
