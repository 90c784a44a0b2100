package dev.rollcall.registration.kafka;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/// Ends, before the first poll, the transactions that a killed process of the same instance left
/// open. Readers of the outcomes would else wait for Kafka's own timeout. Nothing depends on it, so
/// a failure is only logged.
final class PredecessorTransactions implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(PredecessorTransactions.class);
    private static final long TIMEOUT_SECONDS = 10;

    private final Admin admin;
    private final String transactionIdPrefix;

    PredecessorTransactions(Admin admin, String transactionIdPrefix) {
        this.admin = admin;
        this.transactionIdPrefix = transactionIdPrefix;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            var left = leftOpen();
            if (!left.isEmpty()) {
                admin.fenceProducers(left).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
                LOG.atInfo().addKeyValue("transactions", left.size()).log("ended what a predecessor left open");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.atWarn().setCause(e).log("open transactions of a predecessor are left to their timeout");
        }
    }

    private Set<String> leftOpen() throws InterruptedException, ExecutionException, TimeoutException {
        var options = new ListTransactionsOptions()
                .filterStates(Set.of(TransactionState.ONGOING))
                .filterOnTransactionalIdPattern(Pattern.quote(transactionIdPrefix) + ".*");
        return admin.listTransactions(options).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS).stream()
                .map(TransactionListing::transactionalId)
                .collect(Collectors.toSet());
    }
}
