package dev.rollcall.benchmarks.query;

import java.util.ArrayList;
import java.util.List;

/// What callers ask. Of a list also the page that begins far behind its beginning, where it is `deep`.
record Question(String name, String path, boolean deep) {
    private static final List<String> SORTS = List.of(
            "serialNumber",
            "manufacturer",
            "model",
            "groupTag",
            "assignedUser",
            "state",
            "error",
            "requestId",
            "batchId",
            "deviceId",
            "registeredAt",
            "lastSeenAt");
    private static final List<String> FILTERS = List.of(
            "state=Active",
            "state=RegistrationFailed",
            "state=ReadyForUser&state=Inactive",
            "state=RegistrationFailed&state=Inactive",
            "error=DeviceNotFound",
            "groupTag=Board",
            "groupTag=Reception",
            "groupTag=Board&state=Active",
            "q=latitude",
            "q=ann.a",
            "q=PF7A",
            "q=-777",
            "q=latitude&state=Inactive",
            "q=latitude&groupTag=Board");

    static List<Question> all() {
        var questions = new ArrayList<Question>();
        for (var sort : SORTS) {
            questions.add(new Question(sort, "/v1/devices?sort=" + sort, false));
            questions.add(new Question("-" + sort, "/v1/devices?sort=-" + sort, false));
            questions.add(new Question(sort + ", deep", "/v1/devices?sort=" + sort, true));
        }
        for (var filter : FILTERS) {
            questions.add(new Question(filter, "/v1/devices?" + filter, false));
            questions.add(new Question(filter + " by -model", "/v1/devices?sort=-model&" + filter, false));
            questions.add(new Question(filter + " by batchId", "/v1/devices?sort=batchId&" + filter, false));
            questions.add(
                    new Question(filter + " by registeredAt, deep", "/v1/devices?sort=registeredAt&" + filter, true));
        }
        questions.add(new Question("-registeredAt, deep", "/v1/devices?sort=-registeredAt", true));
        questions.add(new Question(
                "state=ReadyForUser&state=Inactive by assignedUser",
                "/v1/devices?sort=assignedUser&state=ReadyForUser&state=Inactive",
                false));
        questions.add(new Question("summary", "/v1/devices/summary", false));
        return questions;
    }
}
