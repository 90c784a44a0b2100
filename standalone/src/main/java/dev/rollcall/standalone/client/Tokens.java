package dev.rollcall.standalone.client;

/// Where the bearer token of the next request comes from.
@FunctionalInterface
public interface Tokens {
    String current();
}
