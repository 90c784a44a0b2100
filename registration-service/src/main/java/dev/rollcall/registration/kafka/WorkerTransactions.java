package dev.rollcall.registration.kafka;

import org.apache.kafka.common.errors.ProducerFencedException;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.transaction.KafkaTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/// Kafka transactions of which one that is fenced is rolled back like any other that fails. Listener containers take
/// fencing for a sign that their partitions are another's and go on behind the poll; but Kafka also fences whoever took
/// longer than the transaction's timeout, and still has them. To read the poll again is harmless in either case.
final class WorkerTransactions extends KafkaTransactionManager<String, byte[]> {
    private static final long serialVersionUID = 1L;

    WorkerTransactions(ProducerFactory<String, byte[]> producers) {
        super(producers);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        try {
            super.doCommit(status);
        } catch (ProducerFencedException e) {
            throw new TransactionSystemException("fenced before its commit", e);
        }
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            super.doRollback(status);
        } catch (ProducerFencedException e) {
            throw new TransactionSystemException("fenced before its rollback", e);
        }
    }
}
