package dev.rollcall.status.batches;

import dev.rollcall.status.batches.BatchView.Status;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// What one caller is told of a batch. An event's id says how far the batch was, so that whoever comes back with it
/// hears nothing twice.
final class ProgressStream {
    /// Looks without news after which a comment shows the way that somebody is still there.
    private static final int QUIET_LOOKS = 30;

    private final Followed followed;
    private final SseEmitter emitter;
    private final AtomicBoolean isTelling = new AtomicBoolean();
    private String lastId;
    private int quiet;

    ProgressStream(Followed followed, String lastId, SseEmitter emitter) {
        this.followed = followed;
        this.lastId = lastId;
        this.emitter = emitter;
    }

    static String id(BatchView batch) {
        return batch.rowCount() - batch.pending() + "-" + batch.rowCount() + "-" + batch.status();
    }

    Followed followed() {
        return followed;
    }

    /// Leaves it out where a slow caller is still being told of the time before: the next one has it all.
    void tell(BatchView batch) {
        if (isTelling.compareAndSet(false, true)) {
            try {
                tellNews(batch);
            } catch (IOException | IllegalStateException _) {
                emitter.complete();
            } finally {
                isTelling.set(false);
            }
        }
    }

    void end() {
        emitter.complete();
    }

    private void tellNews(BatchView batch) throws IOException {
        var id = id(batch);
        if (!id.equals(lastId)) {
            emitter.send(SseEmitter.event().id(id).name("progress").data(batch, MediaType.APPLICATION_JSON));
            lastId = id;
            quiet = 0;
        } else if (++quiet % QUIET_LOOKS == 0) {
            emitter.send(SseEmitter.event().comment(""));
        }
        if (batch.status() == Status.COMPLETED) {
            emitter.complete();
        }
    }
}
