package dev.rollcall.registration;

import static dev.rollcall.registration.Scenario.CONTOSO;
import static dev.rollcall.registration.Scenario.listed;
import static dev.rollcall.registration.Scenario.newDevice;
import static dev.rollcall.registration.Scenario.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.fixtures.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DependenciesIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void waitsForTheDatabaseAndGoesOnWhenItReturns() throws IOException {
        var direct = URI.create(TestPostgres.newDatabase().substring("jdbc:".length()));
        try (var line = new CuttableLine(direct.getPort());
                var worker = RunningWorker.start("outage-", throughLine(direct, line));
                var topics = new TestTopics("outage-")) {
            var device = newDevice();
            topics.tellCatalog(listed(device));
            var request = registration(CONTOSO, device);

            line.cut();
            topics.request(request);
            await().untilAsserted(() -> assertThat(status(worker, "readiness")).isEqualTo(503));
            assertThat(status(worker, "liveness")).isEqualTo(200);
            assertThat(topics.outcomes()).isEmpty();
            line.mend();

            assertThat(topics.outcomeOf(request)).isInstanceOf(DeviceRegistered.class);
            assertThat(topics.outcomes()).hasSize(1);
            assertThat(status(worker, "readiness")).isEqualTo(200);
        }
    }

    @Test
    void findsWhatWasListedBeforeTheRequestEvenWhenTheCatalogIsReadLater() {
        try (var worker = RunningWorker.start("late-catalog-", TestPostgres.newDatabase());
                var topics = new TestTopics("late-catalog-")) {
            worker.stopListener("registration-catalog");
            var device = newDevice();
            topics.tellCatalog(listed(device));
            var unlisted = registration(CONTOSO, newDevice());
            var request = registration(CONTOSO, device);

            topics.request(request, unlisted);
            await().during(Duration.ofSeconds(4)).until(() -> topics.outcomes().isEmpty());
            worker.startListener("registration-catalog");

            assertThat(topics.outcomesOf(request, unlisted))
                    .extracting(Summary::of)
                    .containsExactly("registered 1", "rejected DeviceNotFound");
        }
    }

    private int status(RunningWorker worker, String probe) {
        var request = HttpRequest.newBuilder(URI.create(worker.managementUrl("/actuator/health/" + probe)))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String throughLine(URI database, CuttableLine line) {
        return "jdbc:postgresql://localhost:" + line.port() + database.getPath() + "?" + database.getQuery();
    }
}
