package dev.rollcall.standalone.contract;

import dev.rollcall.access.RuleTable;
import dev.rollcall.fixtures.OpenApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// A service as its code has it, without starting it.
enum Service {
    UPLOAD("upload", "dev.rollcall.upload.UploadRules"),
    STATUS("status", "dev.rollcall.status.StatusRules");

    private final String name;
    private final String rules;

    Service(String name, String rules) {
        this.name = name;
        this.rules = rules;
    }

    OpenApi contract() {
        return OpenApi.of(name + "-service");
    }

    OpenApi released() throws IOException {
        return OpenApi.read(Files.newInputStream(Path.of("../docs/api/released/" + name + "-service.yml")));
    }

    RuleTable rules() {
        try (var context = new AnnotationConfigApplicationContext(type(rules))) {
            return context.getBean(RuleTable.class);
        }
    }

    /// The methods that answer calls of the API, by `GET /v1/devices` and its like.
    Map<String, Handler> handlers() {
        return controllers()
                .flatMap(controller -> new Mappings().of(controller).entrySet().stream())
                .map(entry -> new Handler(entry.getKey(), entry.getValue()))
                .filter(handler -> handler.call().contains(" /v1/"))
                .collect(Collectors.toMap(Handler::call, handler -> handler));
    }

    /// One method of a controller, and what it is mapped to.
    record Handler(Method method, RequestMappingInfo mapping) {

        String call() {
            return mapping.getMethodsCondition().getMethods().iterator().next() + " "
                    + mapping.getPatternValues().iterator().next();
        }
    }

    /// The sources of the package that a class is in, or of all of the service.
    String sources(Class<?> type) {
        return read(Path.of(
                "../" + name + "-service/src/main/java/" + type.getPackageName().replace('.', '/')));
    }

    String sources() {
        return read(Path.of("../" + name + "-service/src/main/java")) + read(Path.of("../access/src/main/java"));
    }

    private static String read(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Service::text)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Class<?>> controllers() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scanner.findCandidateComponents("dev.rollcall." + name).stream()
                .map(found -> type(Objects.requireNonNull(found.getBeanClassName())));
    }

    static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /// Spring's own reading of the annotations.
    private static final class Mappings extends RequestMappingHandlerMapping {
        Map<Method, RequestMappingInfo> of(Class<?> controller) {
            return MethodIntrospector.selectMethods(controller, (MethodIntrospector.MetadataLookup<RequestMappingInfo>)
                    method -> getMappingForMethod(method, controller));
        }
    }
}
