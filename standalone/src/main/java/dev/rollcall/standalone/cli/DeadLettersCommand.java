package dev.rollcall.standalone.cli;

import dev.rollcall.standalone.client.ClientFailure;
import dev.rollcall.standalone.deadletters.DeadLetter;
import dev.rollcall.standalone.deadletters.DeadLetterBox;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `rollcall dead-letters`: what a service could not process. A letter waits until it is put back on
/// its topic or dismissed.
@Command(
        name = "dead-letters",
        description = "Shows what could not be processed, and puts it back.",
        synopsisSubcommandLabel = "[COMMAND]",
        commandListHeading = "%nCommands:%n")
final class DeadLettersCommand implements Callable<Integer> {
    private static final String TOPIC = "TOPIC";
    private static final String OFFSET = "OFFSET";

    private final Terminal terminal;

    @Spec
    private CommandSpec command = CommandSpec.create();

    DeadLettersCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Without more words, the list.
    @Override
    public Integer call() {
        return command.root().commandLine().execute(command.name(), "list");
    }

    @Command(name = "list", description = "Lists the dead letters that wait: topic, offset, time, reader, reason.")
    int list(
            @Mixin KafkaOptions kafka,
            @Parameters(paramLabel = TOPIC, arity = "0..1") @Nullable String topic,
            @Option(names = "--all", description = "also those that were dealt with") boolean all) {
        return kafka.withDeadLetters(box -> {
            var listed = of(topic, box).stream()
                    .mapToLong(each -> box.visit(each, all, letter -> print(each, letter)))
                    .sum();
            terminal.out().println(listed == 0 ? "No dead letters." : listed + (listed == 1 ? " letter" : " letters"));
            return ExitCode.OK;
        });
    }

    @Command(name = "show", description = "Shows where a dead letter came from and why it is one.")
    int show(
            @Mixin KafkaOptions kafka,
            @Parameters(paramLabel = TOPIC) String topic,
            @Parameters(paramLabel = OFFSET) long offset,
            @Option(names = "--value", description = "its value alone, which is personal data") boolean value) {
        return kafka.withDeadLetters(box -> {
            var letter = box.find(known(topic, box), offset)
                    .orElseThrow(() -> new ClientFailure("no dead letter of " + topic + " has the offset " + offset));
            if (value) {
                terminal.out().println(new String(letter.value(), StandardCharsets.UTF_8));
            } else {
                letter.headers().forEach(terminal.out()::println);
                terminal.out().println("value: " + letter.value().length + " bytes");
            }
            return ExitCode.OK;
        });
    }

    @Command(
            name = "replay",
            description = "Puts the dead letters that wait back on their topic, each for the reader that put it aside.")
    int replay(
            @Mixin KafkaOptions kafka,
            @Parameters(paramLabel = TOPIC) String topic,
            @Option(
                            names = "--through",
                            paramLabel = OFFSET,
                            defaultValue = "" + Long.MAX_VALUE,
                            description = "up to and with this one (all)")
                    long through,
            @Option(
                            names = "--except",
                            paramLabel = OFFSET,
                            split = ",",
                            description = "but not these, which wait no longer either")
                    @Nullable
                    List<Long> except) {
        return kafka.withDeadLetters(box -> {
            var leftOut = except == null ? Set.<Long>of() : Set.copyOf(except);
            var back = box.putBack(known(topic, box), Math.min(through, Long.MAX_VALUE - 1), leftOut);
            terminal.out().println(back + (back == 1 ? " letter is back on " : " letters are back on ") + topic);
            return ExitCode.OK;
        });
    }

    @Command(name = "dismiss", description = "Has dead letters wait no longer. They stay where they are.")
    int dismiss(
            @Mixin KafkaOptions kafka,
            @Parameters(paramLabel = TOPIC) String topic,
            @Option(names = "--through", paramLabel = OFFSET, required = true, description = "up to and with this one")
                    long through) {
        return kafka.withDeadLetters(box -> {
            box.dismiss(known(topic, box), through);
            return ExitCode.OK;
        });
    }

    private static List<String> of(@Nullable String topic, DeadLetterBox box) {
        return topic == null ? box.topics() : List.of(known(topic, box));
    }

    private static String known(String topic, DeadLetterBox box) {
        if (!box.topics().contains(topic)) {
            throw new ClientFailure(topic + " is no topic of Rollcall: there are " + String.join(", ", box.topics()));
        }
        return topic;
    }

    private void print(String topic, DeadLetter letter) {
        terminal.out()
                .printf(
                        "%s %d  %s  %s  %s: %s%n",
                        topic,
                        letter.offset(),
                        letter.putAsideAt().truncatedTo(ChronoUnit.SECONDS),
                        letter.reader(),
                        letter.type(),
                        letter.reason());
    }
}
