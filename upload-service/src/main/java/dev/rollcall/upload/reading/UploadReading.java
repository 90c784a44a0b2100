package dev.rollcall.upload.reading;

/// What the first pass over an upload found.
public sealed interface UploadReading {

    record Sound(ReadableUpload upload) implements UploadReading {}

    record Refused(Refusal refusal) implements UploadReading {}
}
