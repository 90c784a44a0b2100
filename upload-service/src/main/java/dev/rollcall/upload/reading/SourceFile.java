package dev.rollcall.upload.reading;

import java.io.IOException;
import java.io.InputStream;

/// One file of an upload, under the name its sender gave it. Its content can be read as often as need be.
public record SourceFile(String name, Content content) {

    /// Each call gives a stream of its own, from the first byte.
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
