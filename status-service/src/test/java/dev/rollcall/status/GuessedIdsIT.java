package dev.rollcall.status;

import static dev.rollcall.events.RegistrationError.DEVICE_NOT_FOUND;
import static dev.rollcall.status.fixtures.Happenings.rejected;
import static dev.rollcall.status.fixtures.RunningService.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.rollcall.status.fixtures.Api;
import dev.rollcall.status.fixtures.CatalogUpload;
import dev.rollcall.status.fixtures.Happenings.Upload;
import dev.rollcall.status.fixtures.RunningService;
import dev.rollcall.status.fixtures.SharedService;
import dev.rollcall.status.fixtures.Tokens;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/// Who guesses the id of something that is another's learns as much as who guesses one of nothing: the answers are the
/// same, and the same statements are run for them, so that they take the same time.
class GuessedIdsIT {
    private static final String SCOPES = "devices:read support:read catalog:write";
    private static final String NOTHING = "00000000-0000-4000-8000-000000000000";
    private static final RunningService SERVICE = SharedService.get();
    private static final Upload OTHERS = Upload.of("guess-owner", "one", START).postedBy("guess-partner");
    private static final CatalogUpload CATALOG = CatalogUpload.of("guess-oem");
    private static final Api OWNER = SERVICE.api(Tokens.tenant("guess-owner", SCOPES));
    private static final Api TENANT = SERVICE.api(Tokens.tenant("guess-stranger", SCOPES));
    private static final Api PARTNER = SERVICE.api(Tokens.partner("guess-strange-partner", SCOPES));
    private static final Api SUPPLIER = SERVICE.api(Tokens.supplier("guess-strange-oem", SCOPES));
    private static final Logger JDBC = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    private static final Statements STATEMENTS = new Statements();

    /// The statements that were run, with the call that each was run for.
    private static final class Statements extends AppenderBase<ILoggingEvent> {
        private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            event.getMDCPropertyMap();
            events.add(event);
        }

        List<String> of(String call) {
            return events.stream()
                    .filter(event -> call.equals(event.getMDCPropertyMap().get("callId")))
                    .map(ILoggingEvent::getFormattedMessage)
                    .filter(message -> message.startsWith("Executing prepared SQL statement"))
                    .toList();
        }
    }

    @BeforeAll
    static void listenToTheStatements() {
        STATEMENTS.start();
        JDBC.addAppender(STATEMENTS);
        JDBC.setAdditive(false);
        JDBC.setLevel(Level.DEBUG);
    }

    @BeforeAll
    static void somethingIsAnothers() {
        var row = OTHERS.row(1, "GUESS-1");
        SERVICE.publish(SERVICE.topics().registrationRequests(), row);
        SERVICE.publish(SERVICE.topics().registrationOutcomes(), rejected(row, DEVICE_NOT_FOUND, START));
        SERVICE.publish(SERVICE.topics().batches(), OTHERS.accepted(1));
        SERVICE.publish(
                SERVICE.topics().catalogOutcomes(), CATALOG.decided("0-1", 0, 0, START, CATALOG.conflict(1, "C")));
        await().untilAsserted(() -> {
            assertThat(OWNER.status("/v1/devices/" + row.deviceId())).isEqualTo(200);
            assertThat(OWNER.get("/v1/batches/" + OTHERS.batch()).get("status").asString())
                    .isEqualTo("completed");
            assertThat(SERVICE.api(Tokens.supplier("guess-oem", SCOPES))
                            .status("/v1/device-catalog/batches/" + CATALOG.batch()))
                    .isEqualTo(200);
        });
    }

    @AfterAll
    static void listenNoMore() {
        JDBC.setLevel(null);
        JDBC.setAdditive(true);
        JDBC.detachAppender(STATEMENTS);
    }

    /// A call about something of another's; `{}` stands for its id.
    record Guess(Api caller, String call, Object id) {

        HttpResponse<String> answer() {
            return caller.answer("GET", call.replace("{}", id.toString()));
        }

        HttpResponse<String> answerForNothing() {
            return caller.answer("GET", call.replace("{}", NOTHING));
        }
    }

    static Stream<Guess> guesses() {
        var row = OTHERS.row(1, "GUESS-1");
        return Stream.of(
                new Guess(TENANT, "/v1/devices/{}", row.deviceId()),
                new Guess(TENANT, "/v1/requests/{}", row.requestId()),
                new Guess(TENANT, "/v1/batches/{}", OTHERS.batch()),
                new Guess(TENANT, "/v1/batches/{}/results", OTHERS.batch()),
                new Guess(TENANT, "/v1/batches/{}/results?outcome=nonsense", OTHERS.batch()),
                new Guess(PARTNER, "/v1/batches/{}", OTHERS.batch()),
                new Guess(PARTNER, "/v1/batches/{}/results", OTHERS.batch()),
                new Guess(SUPPLIER, "/v1/device-catalog/batches/{}", CATALOG.batch()),
                new Guess(SUPPLIER, "/v1/device-catalog/batches/{}/conflicts", CATALOG.batch()));
    }

    @ParameterizedTest
    @MethodSource("guesses")
    void learnsAsLittleOfWhatIsAnothersAsOfWhatIsNot(Guess guess) {
        var others = guess.answer();
        var nothing = guess.answerForNothing();

        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(others.body()).isEqualTo(nothing.body());
        assertThat(statements(others)).isNotEmpty().isEqualTo(statements(nothing));
    }

    private static List<String> statements(HttpResponse<String> answer) {
        return STATEMENTS.of(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }
}
