package dev.rollcall.standalone.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.access.Grant;
import dev.rollcall.access.Scope;
import dev.rollcall.fixtures.Compatibility;
import dev.rollcall.fixtures.ContractRules;
import dev.rollcall.fixtures.OpenApi;
import dev.rollcall.fixtures.OpenApi.Operation;
import dev.rollcall.standalone.contract.Service.Handler;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.JsonNode;

/// The OpenAPI documents are kept by hand, so both ways round: what the code does is promised, what is promised the
/// code does. Real answers are held against them wherever a test makes a call.
class ContractTest {
    private static final Pattern PROBLEM = Pattern.compile("HttpStatus\\.(\\w+),\\s*\"([a-z]+(?:-[a-z]+)+)\"");
    private static final Pattern READ_BY_NAME =
            Pattern.compile("(?:getFirst|\\.get|getParameter|getParameterValues|all|id)\\(\\s*\"(\\w+)\"");

    @ParameterizedTest
    @EnumSource
    void isWellFormedAndExplainsItself(Service service) {
        assertThat(ContractRules.problems(service.contract())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void takesNothingFromThoseWhoRelyOnTheReleasedOne(Service service) throws IOException {
        assertThat(Compatibility.breaks(service.released(), service.contract())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void hasEveryCallAndNoOther(Service service) {
        assertThat(service.contract().operations())
                .extracting(Operation::toString)
                .containsExactlyInAnyOrderElementsOf(service.handlers().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void hasEveryParameterAndNoOther(Service service) {
        var handlers = service.handlers();
        for (var operation : service.contract().operations()) {
            var handler = Objects.requireNonNull(handlers.get(operation.toString()), operation::id);

            assertThat(parameters(operation)).as("%s", operation).isEqualTo(parameters(service, handler));
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasTheMediaTypesOfEveryCall(Service service) {
        var handlers = service.handlers();
        for (var operation : service.contract().operations()) {
            var mapping = Objects.requireNonNull(handlers.get(operation.toString()), operation::id)
                    .mapping();
            var node = operation.node();
            var given = node.path("responses")
                    .propertyStream()
                    .filter(answer -> answer.getKey().startsWith("2"))
                    .flatMap(answer -> answer.getValue().path("content").propertyNames().stream());

            assertThat(Set.copyOf(node.at("/requestBody/content").propertyNames()))
                    .as("%s takes", operation)
                    .isEqualTo(names(mapping.getConsumesCondition().getConsumableMediaTypes()));
            assertThat(given.collect(Collectors.toSet()))
                    .as("%s gives", operation)
                    .isEqualTo(names(mapping.getProducesCondition().getProducibleMediaTypes()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void permitsWhomTheRulesPermit(Service service) {
        var permitted = service.contract().operations().stream()
                .collect(Collectors.toMap(
                        Operation::toString,
                        operation -> grants(operation.node().path("x-permitted"))));
        var rules = service.rules().rules().stream()
                .collect(Collectors.toMap(
                        rule -> rule.method() + " " + rule.path(),
                        rule -> rule.grants().stream().map(ContractTest::text).collect(Collectors.toSet())));

        assertThat(permitted).isEqualTo(rules);
    }

    @ParameterizedTest
    @EnumSource
    void namesTheScopesThatTheRulesName(Service service) {
        for (var operation : service.contract().operations()) {
            var secured = operation
                    .node()
                    .path("security")
                    .valueStream()
                    .map(alternative -> alternative.path("token").path(0).asString())
                    .collect(Collectors.toSet());
            var permitted = operation
                    .node()
                    .path("x-permitted")
                    .valueStream()
                    .flatMap(grant -> grant.path("anyOf").valueStream())
                    .map(JsonNode::asString)
                    .collect(Collectors.toSet());

            assertThat(secured).as("%s", operation).isEqualTo(permitted);
        }
        assertThat(service.contract()
                        .document()
                        .at("/components/securitySchemes/token/flows/clientCredentials/scopes")
                        .propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Scope.values()).map(Scope::text).toList());
    }

    @ParameterizedTest
    @EnumSource
    void hasEveryTypeOfProblemAndNoOther(Service service) {
        var promised = problems(service.contract());
        var made = PROBLEM.matcher(service.sources())
                .results()
                .map(found -> HttpStatus.valueOf(found.group(1)).value() + " " + found.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        made.addAll(problemsMadeOtherwise(service));

        assertThat(promised).containsAll(made);
        assertThat(promised).allMatch(problem -> made.contains(problem) || saysNoMoreThanItsStatus(problem));
    }

    /// A type without a status beside it in the source.
    private static Set<String> problemsMadeOtherwise(Service service) {
        return service == Service.STATUS ? Set.of("400 invalid-parameter") : Set.of();
    }

    private static boolean saysNoMoreThanItsStatus(String problem) {
        var parts = problem.split(" ", 2);
        var status = HttpStatus.valueOf(Integer.parseInt(parts[0]));
        return status.getReasonPhrase()
                .toLowerCase(Locale.ROOT)
                .replace(' ', '-')
                .equals(parts[1]);
    }

    private static Set<String> problems(OpenApi contract) {
        return contract.operations().stream()
                .flatMap(operation -> operation.node().path("responses").propertyNames().stream()
                        .flatMap(status -> contract.problemTypes(operation, status).stream()
                                .map(type -> status + " " + type)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> grants(JsonNode permitted) {
        return permitted
                .valueStream()
                .map(grant -> grant.path("party").asString() + " "
                        + new TreeSet<>(grant.path("anyOf")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()))
                .collect(Collectors.toSet());
    }

    private static String text(Grant grant) {
        return grant.party().name().toLowerCase(Locale.ROOT) + " "
                + new TreeSet<>(grant.anyOf().stream().map(Scope::text).toList());
    }

    private static Set<String> names(Set<MediaType> types) {
        return types.stream().map(MediaType::toString).collect(Collectors.toSet());
    }

    private static Set<String> parameters(Operation operation) {
        return operation
                .node()
                .path("parameters")
                .valueStream()
                .map(parameter -> parameter.path("in").asString() + " "
                        + parameter.path("name").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> parameters(Service service, Handler handler) {
        return Arrays.stream(handler.method().getParameters())
                .flatMap(parameter -> parameters(service, handler, parameter))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Names that are not in a signature are found where the package reads them.
    private static Stream<String> parameters(Service service, Handler handler, Parameter parameter) {
        if (parameter.isAnnotationPresent(PathVariable.class)) {
            return Stream.of("path " + parameter.getName());
        }
        if (parameter.isAnnotationPresent(RequestHeader.class)) {
            return Stream.of(
                    "header " + parameter.getAnnotation(RequestHeader.class).name());
        }
        if (parameter.getType().getSimpleName().equals("Labels")) {
            return Stream.of("header Accept-Language");
        }
        var reader = handler.method().getDeclaringClass();
        if (parameter.getType() == MultiValueMap.class || parameter.getType() == ServletWebRequest.class) {
            return READ_BY_NAME.matcher(service.sources(reader)).results().map(found -> "query " + found.group(1));
        }
        return parameter.isAnnotationPresent(RequestParam.class)
                ? Stream.of("query " + parameter.getName())
                : Stream.empty();
    }
}
