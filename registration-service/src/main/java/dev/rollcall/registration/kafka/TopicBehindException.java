package dev.rollcall.registration.kafka;

import org.springframework.dao.TransientDataAccessException;

/// A topic has not been read yet up to the requests in hand: their poll has to wait.
final class TopicBehindException extends TransientDataAccessException {
    TopicBehindException(String message) {
        super(message);
    }
}
