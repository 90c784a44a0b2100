package dev.rollcall.access;

import java.util.List;

/// The calls of one service, each with who may make it. Every service declares one as a bean; what no table names is
/// not there, whoever asks. The order of the rules means nothing: the most specific path speaks.
public record RuleTable(List<Rule> rules) {
    public RuleTable {
        rules = List.copyOf(rules);
    }

    public static RuleTable of(Rule... rules) {
        return new RuleTable(List.of(rules));
    }
}
