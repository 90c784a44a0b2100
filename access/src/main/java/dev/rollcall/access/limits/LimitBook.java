package dev.rollcall.access.limits;

import dev.rollcall.access.Caller;
import dev.rollcall.access.Party;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// What each party may do: the limits of its kind, or its own where the properties name it.
public final class LimitBook {
    private static final PartyLimits USUAL =
            new PartyLimits(new Quota(3_000, 3_000), new Quota(30_000, 30_000), 16, Long.MAX_VALUE, Long.MAX_VALUE);
    /// Support, and whoever's token names no party.
    private static final PartyLimits UNAFFILIATED =
            new PartyLimits(new Quota(300, 300), new Quota(3_000, 3_000), 2, Long.MAX_VALUE, Long.MAX_VALUE);

    private final Map<Party, PartyLimits> kinds = new EnumMap<>(Party.class);
    private final Map<PartyName, PartyLimits> singles = new HashMap<>();

    LimitBook(LimitProperties properties) {
        for (var party : Party.values()) {
            kinds.put(party, properties.of(party).over(party == Party.UNAFFILIATED ? UNAFFILIATED : USUAL));
        }
        for (var single : properties.overrides()) {
            var name = new PartyName(single.party(), single.name());
            singles.put(name, single.limits().over(of(name)));
        }
    }

    public PartyLimits of(Caller caller) {
        return of(PartyName.of(caller));
    }

    PartyLimits of(PartyName name) {
        var own = singles.get(name);
        return own == null ? Objects.requireNonNull(kinds.get(name.party())) : own;
    }
}
