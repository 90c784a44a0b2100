package dev.rollcall.status.batches;

import dev.rollcall.status.web.Places;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Looks at all batches that somebody follows at once, and tells their followers what is new: what that costs does not
/// grow with the number of those who follow.
@Component
final class ProgressStreams {
    static final int OF_ONE_PARTY = 20;
    static final int OF_ALL = 200;

    /// After that a caller comes back with the last id: nothing is held for one who went away unnoticed.
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final BatchList batches;
    private final Places places = new Places(OF_ONE_PARTY, OF_ALL);
    private final Set<ProgressStream> open = ConcurrentHashMap.newKeySet();

    ProgressStreams(BatchList batches) {
        this.batches = batches;
    }

    /// Tells `now` at first. Empty where there are too many.
    Optional<SseEmitter> open(Followed followed, BatchView now, String lastId) {
        return places.take(followed.owner().party()).map(place -> {
            var emitter = new SseEmitter(LIFE.toMillis());
            var stream = new ProgressStream(followed, lastId, emitter);
            emitter.onTimeout(emitter::complete);
            emitter.onCompletion(() -> {
                open.remove(stream);
                place.close();
            });
            open.add(stream);
            stream.tell(now);
            return emitter;
        });
    }

    /// Each in a thread of its own: a caller that does not read keeps nobody else waiting.
    @Scheduled(fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    void tell() {
        var streams = open.stream().collect(Collectors.groupingBy(ProgressStream::followed));
        if (streams.isEmpty()) {
            return;
        }
        batches.find(streams.keySet())
                .forEach((followed, batch) -> streams.getOrDefault(followed, List.of())
                        .forEach(stream -> Thread.ofVirtual().start(() -> stream.tell(batch))));
    }

    /// Before the web server waits for its last answers: these would not end by themselves.
    @EventListener(ContextClosedEvent.class)
    void end() {
        open.forEach(ProgressStream::end);
    }
}
