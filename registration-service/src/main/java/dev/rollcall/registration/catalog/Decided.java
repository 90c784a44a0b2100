package dev.rollcall.registration.catalog;

import dev.rollcall.registration.policy.CatalogVerdict;

/// A word and what it came to; `stored` tells that the database did not refuse the device's entry.
record Decided(Word word, CatalogVerdict verdict, boolean stored) {}
