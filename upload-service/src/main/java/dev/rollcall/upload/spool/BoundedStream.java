package dev.rollcall.upload.spool;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts what is read and stops at a limit, and tells trouble with the source from trouble with the disk.
final class BoundedStream extends FilterInputStream {
    private final long limit;
    private long passed;

    BoundedStream(InputStream source, long limit) {
        super(source);
        this.limit = limit;
    }

    static final class LimitExceeded extends IOException {}

    static final class SourceFailed extends IOException {
        SourceFailed(IOException cause) {
            super(cause);
        }
    }

    long passed() {
        return passed;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = readSource(buffer, offset, length);
        passed += Math.max(read, 0);
        if (passed > limit) {
            throw new LimitExceeded();
        }
        return read;
    }

    private int readSource(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw new SourceFailed(e);
        }
    }
}
