package dev.rollcall.standalone.cli;

import static dev.rollcall.standalone.cli.ConnectionOptions.USUAL_PARTNER;
import static dev.rollcall.standalone.cli.ConnectionOptions.USUAL_TENANT;

import dev.rollcall.standalone.client.Relationship;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `rollcall partners`: which partners may register devices for which customers. A partner asks, the
/// customer accepts, either side ends.
@Command(
        name = "partners",
        description = "Shows and changes which partners may register devices for whom.",
        synopsisSubcommandLabel = "[COMMAND]",
        commandListHeading = "%nCommands:%n")
final class PartnersCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec command = CommandSpec.create();

    PartnersCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Without more words, the list.
    @Override
    public Integer call() {
        return command.root().commandLine().execute(command.name(), "list");
    }

    @Command(name = "list", description = "Lists the relationships of the client's party (contoso), the latest first.")
    int list(@Mixin ConnectionOptions connection) {
        var relationships = connection.api(USUAL_TENANT).relationships();
        relationships.forEach(this::print);
        if (relationships.isEmpty()) {
            terminal.out().println("No relationships. A partner asks: ./rollcall partners ask CUSTOMER");
        }
        return ExitCode.OK;
    }

    @Command(name = "ask", description = "Asks a customer, as a partner (northwind).")
    int ask(@Mixin ConnectionOptions connection, @Parameters(paramLabel = "CUSTOMER") String customer) {
        var relationship = connection.api(USUAL_PARTNER).ask(customer);
        print(relationship);
        terminal.out().println(RelationshipHint.toAccept(relationship.id(), customer));
        return ExitCode.OK;
    }

    @Command(name = "accept", description = "Accepts what a partner has asked for, as the customer (contoso).")
    int accept(@Mixin ConnectionOptions connection, @Parameters(paramLabel = "ID") String id) {
        print(connection.api(USUAL_TENANT).accept(id));
        return ExitCode.OK;
    }

    @Command(name = "end", description = "Ends a relationship, as either side (contoso).")
    int end(@Mixin ConnectionOptions connection, @Parameters(paramLabel = "ID") String id) {
        print(connection.api(USUAL_TENANT).end(id));
        return ExitCode.OK;
    }

    private void print(Relationship relationship) {
        terminal.out()
                .printf(
                        "%s  %s for %s: %s since %s%n",
                        relationship.id(),
                        relationship.partner(),
                        relationship.customer(),
                        relationship.status(),
                        relationship.since().truncatedTo(ChronoUnit.SECONDS));
    }
}
