package dev.rollcall.standalone.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollcall.standalone.server.StandaloneServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `docs/integrating.md` shows is run as it stands there, by the interpreters that its readers have.
class IntegratingIT {
    private static final Path PAGE = Path.of("../docs/integrating.md");
    private static final StandaloneServer SERVER = StandaloneServer.start(Rollcall.freshOptions(), new MovableClock());

    @TempDir
    Path directory;

    /// Contoso has accepted, and the supplier has listed the devices of the samples.
    @BeforeAll
    static void theWorldOfThePage() throws IOException {
        var partner = Party.of(SERVER, "northwind").http();
        var asked = partner.post(
                "/v1/partner-relationships", "application/json", "{\"customer\":\"contoso\"}".getBytes(UTF_8));
        var relationship = asked.json().path("id").stringValue();
        Party.of(SERVER, "contoso")
                .http()
                .call("POST", "/v1/partner-relationships/" + relationship + ":accept", new byte[0]);
        Party.of(SERVER, "oem").listInCatalog(Files.readString(Path.of("../samples/device-catalog.csv")));
    }

    @AfterAll
    static void end() {
        SERVER.close();
    }

    @Test
    void runsTheCommandsOfThePage() throws IOException, InterruptedException {
        assumeTrue(has("bash") && has("curl") && has("jq"), "bash, curl or jq is not installed");

        var printed = run(List.of("bash", "-euo", "pipefail", "-c", snippets("bash")));

        assertThat(printed)
                .contains("{\"status\":\"completed\",\"rowCount\":3,\"succeeded\":2,\"failed\":1}")
                .contains("1\tLS16-77001\tRegistered", "3\tLS16-88OO1\tDeviceNotFound\t")
                .endsWith("\n1\n");
    }

    @Test
    void runsTheJavaOfThePage() throws IOException, InterruptedException {
        var missing = oneListedAndOneMissing();
        Files.writeString(directory.resolve("Integrate.java"), snippets("java"));

        var printed = run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "Integrate.java", "devices.csv"));

        assertThat(printed).startsWith("succeeded 1\n").contains(missing.serialNumber(), "DeviceNotFound");
    }

    @Test
    void runsThePythonOfThePage() throws IOException, InterruptedException {
        assumeTrue(has("python3"), "python3 is not installed");
        var missing = oneListedAndOneMissing();
        Files.writeString(directory.resolve("integrate.py"), snippets("python"));

        var printed = run(List.of("python3", "integrate.py", "devices.csv"));

        assertThat(printed)
                .startsWith("succeeded 1\n")
                .contains("2 " + missing.serialNumber() + " DeviceNotFound", "Manufacturer name,Device model");
    }

    private TestDevice oneListedAndOneMissing() throws IOException {
        var devices = TestDevice.fresh(2);
        list(devices.subList(0, 1));
        Files.writeString(directory.resolve("devices.csv"), TestDevice.catalog(devices));
        return devices.getLast();
    }

    private static void list(List<TestDevice> devices) {
        Party.of(SERVER, "oem").listInCatalog(TestDevice.catalog(devices));
    }

    /// All blocks of one language, in their order.
    private static String snippets(String language) throws IOException {
        var block = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$");
        return block.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining("\n"));
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().put("ROLLCALL_URL", SERVER.addresses().api().toString());
        builder.environment().put("ROLLCALL_CLIENT_ID", "northwind");
        builder.environment()
                .put(
                        "ROLLCALL_CLIENT_SECRET",
                        SERVER.credentials().client("northwind").orElseThrow().clientSecret());
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    private static boolean has(String program) {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "")
                        .split(Pattern.quote(File.pathSeparator), -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
