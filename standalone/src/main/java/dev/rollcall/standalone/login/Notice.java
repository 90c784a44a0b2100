package dev.rollcall.standalone.login;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// What the page has to say beside its form.
sealed interface Notice {
    HttpStatus status();

    /// The name of its text, or null where there is none.
    @Nullable
    String text();

    record Welcome() implements Notice {
        @Override
        public HttpStatus status() {
            return HttpStatus.OK;
        }

        @Override
        public @Nullable String text() {
            return null;
        }
    }

    record Wrong() implements Notice {
        @Override
        public HttpStatus status() {
            return HttpStatus.FORBIDDEN;
        }

        @Override
        public String text() {
            return "wrong";
        }
    }

    record TooMany(long seconds) implements Notice {
        @Override
        public HttpStatus status() {
            return HttpStatus.TOO_MANY_REQUESTS;
        }

        @Override
        public String text() {
            return "too-many";
        }
    }

    /// The form was not ours, or too old.
    record Stale() implements Notice {
        @Override
        public HttpStatus status() {
            return HttpStatus.FORBIDDEN;
        }

        @Override
        public String text() {
            return "stale";
        }
    }
}
