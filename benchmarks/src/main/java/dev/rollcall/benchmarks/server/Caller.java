package dev.rollcall.benchmarks.server;

import dev.rollcall.standalone.client.RollcallApi;
import dev.rollcall.standalone.client.Tokens;
import java.net.URI;

/// The API on behalf of one party: what changes something goes to one address and what asks to another, which may be
/// the same.
public final class Caller {
    private final String party;
    private final URI uploadAddress;
    private final URI answerAddress;
    private final Tokens tokens;
    private final RollcallApi uploads;
    private final RollcallApi answers;

    public Caller(String party, URI uploadAddress, URI answerAddress, Tokens tokens) {
        this.party = party;
        this.uploadAddress = uploadAddress;
        this.answerAddress = answerAddress;
        this.tokens = tokens;
        this.uploads = new RollcallApi(uploadAddress, tokens);
        this.answers = new RollcallApi(answerAddress, tokens);
    }

    public String party() {
        return party;
    }

    public RollcallApi uploads() {
        return uploads;
    }

    public RollcallApi answers() {
        return answers;
    }

    /// For calls that the client of the command has no use for.
    public URI uploadAddress() {
        return uploadAddress;
    }

    public URI answerAddress() {
        return answerAddress;
    }

    public String token() {
        return tokens.current();
    }
}
