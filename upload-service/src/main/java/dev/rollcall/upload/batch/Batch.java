package dev.rollcall.upload.batch;

import dev.rollcall.events.BatchAccepted;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.RowPosition;
import dev.rollcall.events.Submission;
import dev.rollcall.identification.EntryId;
import dev.rollcall.identification.Identification;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.identity.RequestId;
import dev.rollcall.upload.reading.ReadableUpload;
import dev.rollcall.upload.reading.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Turns the rows of one upload into events. The same batch gives the same events, however often it is asked: `call`,
/// as `acceptedAt`, is of the first attempt.
record Batch(
        BatchId id,
        Sender sender,
        Instant acceptedAt,
        @Nullable RequestId call,
        @Nullable String groupTag) {

    RegistrationRequested request(long number, Row row) {
        var request = RequestId.of(id, number);
        var columns = withGroupTag(row.columns());
        var identification = Identification.of(columns, row.fault(), tupleSuffices());
        return new RegistrationRequested(
                EntryId.of(identification, columns, sender.tenant(), request),
                request,
                new Submission(
                        sender.tenant(),
                        sender.partner(),
                        id,
                        new RowPosition(row.file(), number, row.line()),
                        acceptedAt),
                columns,
                row.fault());
    }

    BatchAccepted accepted(ReadableUpload upload) {
        return new BatchAccepted(
                id,
                sender.tenant(),
                sender.partner(),
                upload.rowCount(),
                upload.files(),
                sender.subject(),
                acceptedAt,
                call);
    }

    /// Only a partner's row may do without a hash.
    private boolean tupleSuffices() {
        return sender.partner() != null;
    }

    private DeviceColumns withGroupTag(DeviceColumns columns) {
        return columns.groupTag() != null || groupTag == null
                ? columns
                : new DeviceColumns(
                        columns.serialNumber(),
                        columns.manufacturer(),
                        columns.model(),
                        columns.productId(),
                        columns.hardwareHash(),
                        groupTag,
                        columns.assignedUser());
    }
}
