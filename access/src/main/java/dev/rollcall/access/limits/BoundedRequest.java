package dev.rollcall.access.limits;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/// A request whose body ends in [TooManyBytes] where it goes on beyond a limit: the body of a call that said nothing of
/// its length.
final class BoundedRequest extends HttpServletRequestWrapper {
    private final long most;

    BoundedRequest(HttpServletRequest request, long most) {
        super(request);
        this.most = most;
    }

    static final class TooManyBytes extends IOException {
        private final long most;

        TooManyBytes(long most) {
            super("the body is larger than " + most + " bytes");
            this.most = most;
        }

        long most() {
            return most;
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Bounded(super.getInputStream());
    }

    private final class Bounded extends ServletInputStream {
        private final ServletInputStream body;
        private long passed;

        Bounded(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            return count(body.read(), 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = body.read(buffer, offset, length);
            return count(read, read);
        }

        private int count(int result, int bytes) throws TooManyBytes {
            passed += result < 0 ? 0 : bytes;
            if (passed > most) {
                throw new TooManyBytes(most);
            }
            return result;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
