package dev.rollcall.upload.batch;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Lets no more than so many ask the database at a time; the others wait in the order in which they came. Who waits for
/// a connection gives up after some seconds, as if the database were away: in a crowd it is only slow.
final class Turnstile {
    private final Semaphore places;

    Turnstile(int places) {
        this.places = new Semaphore(places, true);
    }

    <T> T pass(Supplier<T> deed) {
        places.acquireUninterruptibly();
        try {
            return deed.get();
        } finally {
            places.release();
        }
    }
}
