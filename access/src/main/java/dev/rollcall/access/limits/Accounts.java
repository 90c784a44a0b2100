package dev.rollcall.access.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.rollcall.access.Party;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The accounts of this process. One that nobody used for an hour is forgotten, and its buckets are full again. Beyond
/// `most` of one kind the rarest are forgotten earlier: so a flood of names of one kind neither fills the memory nor
/// drives out the accounts of another.
final class Accounts {
    private static final Duration IDLE = Duration.ofHours(1);

    private final Map<Party, LoadingCache<PartyName, Account>> kinds = new EnumMap<>(Party.class);

    Accounts(LimitBook book, int most, TimeMeter time) {
        for (var party : Party.values()) {
            kinds.put(
                    party,
                    Caffeine.newBuilder()
                            .maximumSize(most)
                            .expireAfterAccess(IDLE)
                            .build(name -> Account.open(book.of(name), time)));
        }
    }

    Account of(PartyName name) {
        return kind(name.party()).get(name);
    }

    /// How many accounts of one kind are remembered, once what is beyond the bound has been forgotten.
    long size(Party party) {
        var accounts = kind(party);
        accounts.cleanUp();
        return accounts.estimatedSize();
    }

    private LoadingCache<PartyName, Account> kind(Party party) {
        return Objects.requireNonNull(kinds.get(party));
    }
}
