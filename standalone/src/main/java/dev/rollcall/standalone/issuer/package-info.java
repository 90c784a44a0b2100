/// The OAuth 2.0 authorization server that comes with standalone: signed JWTs for the clients of
/// the credentials file by the client credentials grant, and for its users, who sign in on the
/// portal's behalf, by the authorization code grant with PKCE.
@NullMarked
package dev.rollcall.standalone.issuer;

import org.jspecify.annotations.NullMarked;
