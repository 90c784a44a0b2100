package dev.rollcall.faults.abuse;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What attackers got: how often which answer, and where the services' guard was broken.
public record Impact(Map<String, Integer> answers, List<String> breaches) {
    public Impact {
        answers = Map.copyOf(answers);
        breaches = List.copyOf(breaches);
    }

    public int times(String answer) {
        return answers.getOrDefault(answer, 0);
    }

    /// As in `202 × 13, 429 × 4`.
    public String words() {
        return answers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(answer -> answer.getKey() + " × " + answer.getValue())
                .collect(Collectors.joining(", "));
    }
}
