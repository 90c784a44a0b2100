package dev.rollcall.registration.catalog;

import org.springframework.dao.TransientDataAccessException;

/// The catalog has not read yet all that was listed before the requests in hand: their poll has to
/// wait.
final class CatalogBehindException extends TransientDataAccessException {
    CatalogBehindException(String message) {
        super(message);
    }

    CatalogBehindException(String message, Throwable cause) {
        super(message, cause);
    }
}
