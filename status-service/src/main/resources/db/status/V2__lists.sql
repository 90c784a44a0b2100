-- One index per sort of GET /v1/devices, each ending in the device so that a cursor is one place in it. Texts sort
-- by their first 100 characters in lower case, bytewise: no text is too long for an index. They leave out the entries
-- that are not decided yet, so that each device is written to them once; those few are found by their state.
CREATE INDEX devices_by_model ON status.devices
    (tenant_id, (lower(left(coalesce(model, ''), 100) COLLATE "pg_c_utf8") COLLATE "C"), device_id)
    WHERE standing IN ('failed', 'registered');
CREATE INDEX devices_by_group_tag ON status.devices
    (tenant_id, (lower(left(coalesce(group_tag, ''), 100) COLLATE "pg_c_utf8") COLLATE "C"), device_id)
    WHERE standing IN ('failed', 'registered');
CREATE INDEX devices_by_assigned_user ON status.devices
    (tenant_id, (lower(left(coalesce(assigned_user, ''), 100) COLLATE "pg_c_utf8") COLLATE "C"), device_id)
    WHERE standing IN ('failed', 'registered');
CREATE INDEX devices_by_registration ON status.devices (tenant_id, registered_order, device_id)
    WHERE standing IN ('failed', 'registered');

-- q=…: part of a user, serial number or model.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX devices_by_text ON status.devices USING gin ((lower(
    (coalesce(assigned_user, '') || ' ' || coalesce(serial_number, '') || ' ' || coalesce(model, ''))
    COLLATE "pg_c_utf8")) gin_trgm_ops) WHERE standing IN ('failed', 'registered');
