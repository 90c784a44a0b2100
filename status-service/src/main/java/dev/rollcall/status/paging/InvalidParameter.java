package dev.rollcall.status.paging;

/// A query parameter that can't be understood, and what it would have to be.
public record InvalidParameter(String parameter, String detail) {

    public static InvalidParameter cursor() {
        return new InvalidParameter("cursor", "cursor is not one that this query has given out.");
    }
}
