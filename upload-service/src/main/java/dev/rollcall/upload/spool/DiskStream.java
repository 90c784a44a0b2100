package dev.rollcall.upload.spool;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Tells trouble with the disk from trouble with what is written to it.
final class DiskStream extends FilterOutputStream {

    DiskStream(OutputStream file) {
        super(file);
    }

    /// The disk is full, or gone: no fault of the sender.
    static final class DiskFailed extends IOException {
        DiskFailed(IOException cause) {
            super(cause);
        }
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        try {
            out.write(buffer, offset, length);
        } catch (IOException e) {
            throw new DiskFailed(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } catch (IOException e) {
            throw new DiskFailed(e);
        }
    }
}
