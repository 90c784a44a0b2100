package dev.rollcall.standalone.client;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;

/// A body that tells how many bytes of it have been handed to the connection.
record CountedBody(BodyPublisher body, LongConsumer sent) implements BodyPublisher {

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> connection) {
        body.subscribe(new Counting(connection, sent));
    }

    private record Counting(Flow.Subscriber<? super ByteBuffer> connection, LongConsumer sent)
            implements Flow.Subscriber<ByteBuffer> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            connection.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            sent.accept(bytes.remaining());
            connection.onNext(bytes);
        }

        @Override
        public void onError(Throwable failure) {
            connection.onError(failure);
        }

        @Override
        public void onComplete() {
            connection.onComplete();
        }
    }
}
