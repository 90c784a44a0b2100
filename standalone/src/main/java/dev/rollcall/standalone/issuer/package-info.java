/// The OAuth 2.0 authorization server that comes with standalone: signed JWTs for the clients of
/// the credentials file, by the client credentials grant and nothing else.
@NullMarked
package dev.rollcall.standalone.issuer;

import org.jspecify.annotations.NullMarked;
