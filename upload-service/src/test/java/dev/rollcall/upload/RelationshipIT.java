package dev.rollcall.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Asking, accepting, ending and looking, by the parties of a relationship and by everybody else.
class RelationshipIT {
    private static final String SCOPE = "partners:manage";
    private static final String PATH = "/v1/partner-relationships";

    private final UploadServer server = UploadServer.shared();
    private final String partnerName = "partner-" + UUID.randomUUID();
    private final String customerName = "tenant-" + UUID.randomUUID();
    private final String partner = Tokens.partner(partnerName, SCOPE);
    private final String customer = Tokens.tenant(customerName, SCOPE);

    @Test
    void aPartnerAsks() {
        var answer = ask();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(PATH + "/" + answer.text("id"));
        assertThat(answer.text("partner")).isEqualTo(partnerName);
        assertThat(answer.text("customer")).isEqualTo(customerName);
        assertThat(answer.text("status")).isEqualTo("pending");
        assertThat(answer.text("requestedBy")).isEqualTo("admin@contoso.com");
        assertThat(answer.body().has("requestedAt")).isTrue();
        assertThat(answer.body().has("acceptedAt")).isFalse();
        assertThat(get(partner, answer.text("id")).body()).isEqualTo(answer.body());
    }

    @Test
    void askingAgainIsRefusedUntilTheEndAndThenBeginsAnew() {
        var first = ask().text("id");

        var pending = ask();
        act(customer, first, "accept");
        var accepted = ask();
        act(customer, first, "end");
        var anew = ask();

        assertThat(Stream.of(pending, accepted)).allSatisfy(refused -> {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.problem()).isEqualTo("relationship-exists");
            assertThat(refused.text("relationshipId")).isEqualTo(first);
        });
        assertThat(anew.status()).isEqualTo(201);
        assertThat(anew.text("id")).isNotEqualTo(first);
    }

    @Test
    void theCustomerAcceptsAndAcceptingAgainChangesNothing() {
        var id = ask().text("id");

        var accepted = act(customer, id, "accept");
        var again = act(customer, id, "accept");

        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.text("status")).isEqualTo("accepted");
        assertThat(accepted.text("acceptedBy")).isEqualTo("admin@contoso.com");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(accepted.body());
        assertThat(get(partner, id).body()).isEqualTo(accepted.body());
    }

    @Test
    void aPartnerCanNotAcceptForItsCustomer() {
        var id = ask().text("id");

        var answer = act(partner, id, "accept");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("only-the-customer-accepts");
        assertThat(get(customer, id).text("status")).isEqualTo("pending");
    }

    @Test
    void eitherSideEndsAndTheFirstEndStays() {
        var byPartner = ask().text("id");
        var first = act(partner, byPartner, "end");
        var second = act(customer, byPartner, "end");
        var byCustomer = ask().text("id");
        act(customer, byCustomer, "accept");

        var ended = act(customer, byCustomer, "end");

        assertThat(first.text("endedSide")).isEqualTo("partner");
        assertThat(first.body().has("acceptedAt")).isFalse();
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(ended.text("endedSide")).isEqualTo("customer");
        assertThat(ended.body().has("acceptedAt")).isTrue();
    }

    @Test
    void whatHasEndedCanNotBeAccepted() {
        var id = ask().text("id");
        act(partner, id, "end");

        var answer = act(customer, id, "accept");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("relationship-ended");
    }

    @Test
    void forEverybodyElseItIsAsIfItDidNotExist() {
        var id = ask().text("id");
        var strangers = Stream.of(
                Tokens.tenant("tenant-" + UUID.randomUUID(), SCOPE),
                Tokens.partner("partner-" + UUID.randomUUID(), SCOPE),
                Tokens.tenant(partnerName, SCOPE),
                Tokens.partner(customerName, SCOPE));

        assertThat(strangers).allSatisfy(stranger -> {
            var missing = get(stranger, UUID.randomUUID().toString());
            assertThat(missing.status()).isEqualTo(404);
            for (var answer : new Answer[] {get(stranger, id), act(stranger, id, "accept"), act(stranger, id, "end")}) {
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.problem()).isEqualTo("not-found");
            }
            assertThat(list(stranger, "").body().path("total").asInt()).isZero();
        });
        assertThat(get(customer, id).text("status")).isEqualTo("pending");
    }

    @Test
    void onlyPartnersAskAndOnlyWithTheScope() {
        assertThat(ask(customer, "\"other\"").status()).isEqualTo(403);
        assertThat(ask(Tokens.supplier("oem", SCOPE), "\"other\"").status()).isEqualTo(403);
        assertThat(ask(Tokens.partner(partnerName, "devices:register"), "\"other\"")
                        .status())
                .isEqualTo(403);
        assertThat(list(Tokens.supplier("oem", SCOPE), "").status()).isEqualTo(403);
    }

    @Test
    void refusesACustomerThatHasNoName() {
        for (var name : new String[] {"\"not a name\"", "\"\"", "null", "\"../x\""}) {
            assertThat(ask(partner, name).problem()).as(name).isEqualTo("malformed-customer");
        }
        assertThat(server.post(PATH).as(partner).sendJson("{\"customer\":").status())
                .isEqualTo(400);
        assertThat(get(partner, "no-id").status()).isEqualTo(400);
    }

    @Test
    void bothSidesListTheLatestFirstPageByPage() {
        var ids = Stream.generate(this::endedAtOnce).limit(3).toList();
        var open = ask().text("id");

        var first = list(customer, "?limit=3").body();
        var rest = list(customer, "?limit=3&cursor=" + first.path("nextCursor").stringValue())
                .body();

        assertThat(first.path("total").asInt()).isEqualTo(4);
        assertThat(Stream.of(first, rest).flatMap(page -> page.path("items").valueStream()))
                .extracting(item -> item.path("id").stringValue())
                .containsExactly(open, ids.get(2), ids.get(1), ids.get(0));
        assertThat(rest.has("nextCursor") && !rest.path("nextCursor").isNull()).isFalse();
        assertThat(list(partner, "").body().path("items"))
                .isEqualTo(list(customer, "").body().path("items"));
    }

    @Test
    void aListCanBeOfOneStatus() {
        endedAtOnce();
        var id = ask().text("id");
        act(customer, id, "accept");

        assertThat(list(partner, "?status=accepted").body().path("items").valueStream())
                .singleElement()
                .satisfies(item -> assertThat(item.path("id").stringValue()).isEqualTo(id));
        assertThat(list(partner, "?status=ended").body().path("total").asInt()).isEqualTo(1);
        assertThat(list(partner, "?status=pending").body().path("total").asInt())
                .isZero();
    }

    @Test
    void refusesParametersThatItDoesNotUnderstand() {
        for (var query : new String[] {"?status=any", "?limit=0", "?limit=1001", "?limit=x", "?cursor=x", "?cursor="}) {
            var answer = list(partner, query);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.problem()).as(query).isEqualTo("invalid-parameter");
        }
    }

    @Test
    void refusesAForgedCursor() {
        for (var place : new String[] {
            "+999999999-12-31T23:59:59Z " + UUID.randomUUID(),
            "-1000-01-01T00:00:00Z " + UUID.randomUUID(),
            "now x",
            " "
        }) {
            var cursor =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.US_ASCII));
            assertThat(list(partner, "?cursor=" + cursor).problem()).as(place).isEqualTo("invalid-parameter");
        }
    }

    private String endedAtOnce() {
        var id = ask().text("id");
        act(partner, id, "end");
        return id;
    }

    private Answer ask() {
        return ask(partner, "\"" + customerName + "\"");
    }

    private Answer ask(String token, String name) {
        return server.post(PATH).as(token).sendJson("{\"customer\":" + name + "}");
    }

    private Answer act(String token, String id, String action) {
        return server.post(PATH + "/" + id + ":" + action).as(token).sendNothing();
    }

    private Answer get(String token, String id) {
        return server.call("GET", PATH + "/" + id).as(token).sendNothing();
    }

    private Answer list(String token, String query) {
        return server.call("GET", PATH + query).as(token).sendNothing();
    }
}
