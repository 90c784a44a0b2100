package dev.rollcall.registration.catalog;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import dev.rollcall.identity.DeviceId;
import dev.rollcall.registration.policy.CatalogEntry;
import dev.rollcall.registration.policy.CatalogFold;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Decides the words of one poll in one database transaction: one read that locks the entries, one
/// write of those that change. It commits before the Kafka transaction around it; the same words
/// decided again come to the same. An entry that the database refuses is found by halving, and
/// leaves the others be.
@Component
class CatalogDesk {
    private final DeviceCatalog catalog;
    private final TransactionTemplate wholePoll;
    private final TransactionTemplate someEntries;

    CatalogDesk(DeviceCatalog catalog, PlatformTransactionManager transactions) {
        this.catalog = catalog;
        this.wholePoll = new TransactionTemplate(transactions);
        this.someEntries = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
    }

    List<Decided> decide(List<Word> words) {
        return words.isEmpty() ? List.of() : wholePoll.execute(_ -> decideAndStore(words));
    }

    private List<Decided> decideAndStore(List<Word> words) {
        var known = catalog.lock(words.stream().map(Word::device).collect(toSet()));
        var fold = new CatalogFold(known);
        var verdicts = words.stream().map(word -> fold.decide(word.change())).toList();
        var refused = new HashSet<DeviceId>();
        store(List.copyOf(fold.changed().entrySet()), known.keySet(), refused);
        return IntStream.range(0, words.size())
                .mapToObj(place -> new Decided(
                        words.get(place),
                        verdicts.get(place),
                        !refused.contains(words.get(place).device())))
                .toList();
    }

    private void store(List<Map.Entry<DeviceId, CatalogEntry>> entries, Set<DeviceId> known, Set<DeviceId> refused) {
        try {
            someEntries.executeWithoutResult(_ -> write(entries, known));
        } catch (DataIntegrityViolationException _) {
            if (entries.size() == 1) {
                refused.add(entries.getFirst().getKey());
                return;
            }
            var middle = entries.size() / 2;
            store(entries.subList(0, middle), known, refused);
            store(entries.subList(middle, entries.size()), known, refused);
        }
    }

    private void write(List<Map.Entry<DeviceId, CatalogEntry>> entries, Set<DeviceId> known) {
        var parts = entries.stream().collect(partitioningBy(entry -> known.contains(entry.getKey())));
        catalog.add(parts.getOrDefault(false, List.of()));
        catalog.change(parts.getOrDefault(true, List.of()));
    }
}
