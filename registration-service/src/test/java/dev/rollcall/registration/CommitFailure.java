package dev.rollcall.registration;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/// Stands between a worker and its real producers, and lets their Kafka commits fail, come late or be made without an
/// answer. After [#kill()] nothing of what a dying worker would tidy up gets through any more, as when its process is
/// killed.
final class CommitFailure {
    private final AtomicInteger failures = new AtomicInteger();
    private final Queue<Runnable> before = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicBoolean killed = new AtomicBoolean();

    /// To be called before the worker has written anything.
    @SuppressWarnings("unchecked")
    void installIn(RunningWorker worker) {
        DefaultKafkaProducerFactory<String, byte[]> factory = worker.bean(DefaultKafkaProducerFactory.class);
        factory.addPostProcessor(this::wrap);
    }

    void failNext(int commits) {
        failures.set(commits);
    }

    /// Has the next commit wait until this is done.
    void beforeNext(Runnable deed) {
        before.add(deed);
    }

    /// Lets the next commit be made, and nobody hears of it.
    void loseNextAnswer() {
        unanswered.set(1);
    }

    int remaining() {
        return failures.get();
    }

    void kill() {
        killed.set(true);
    }

    @SuppressWarnings("unchecked")
    private Producer<String, byte[]> wrap(Producer<String, byte[]> producer) {
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Producer.class},
                (_, method, arguments) -> call(producer, method, arguments));
    }

    private Object call(Producer<String, byte[]> producer, Method method, Object[] arguments) throws Throwable {
        var committing = method.getName().equals("commitTransaction");
        if (killed.get() || (committing && isDue(failures))) {
            throw new KafkaException("the worker is gone");
        }
        if (committing) {
            Optional.ofNullable(before.poll()).ifPresent(Runnable::run);
        }
        var answer = answer(producer, method, arguments);
        if (committing && isDue(unanswered)) {
            throw new TimeoutException("no answer came");
        }
        return answer;
    }

    private static Object answer(Producer<String, byte[]> producer, Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(producer, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static boolean isDue(AtomicInteger commits) {
        return commits.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }
}
