-- A listed device belongs to the supplier that listed it first. Beside each entry stands what undoes its last
-- change: the row that said the first word of the poll that made it, and how the entry stood before. A poll that
-- comes again is decided from there. Entries from before this version have neither, and stay as they are.
-- An entry whose last change was undone may have no supplier.
ALTER TABLE registration.device_catalog
    ALTER COLUMN supplier DROP NOT NULL,
    ADD COLUMN since_batch     uuid,
    ADD COLUMN since_row       bigint,
    ADD COLUMN before_supplier text,
    ADD COLUMN before_listed   boolean NOT NULL DEFAULT false,
    ADD CHECK (supplier IS NOT NULL OR NOT listed),
    ADD CHECK (before_supplier IS NOT NULL OR NOT before_listed),
    ADD CHECK (num_nulls(since_batch, since_row) IN (0, 2));
