/// Which partner may register devices for which customer: asked for by the one, accepted by the other, ended by either.
/// The database is where it is decided; every change becomes an event afterwards.
@NullMarked
package dev.rollcall.upload.relationships;

import org.jspecify.annotations.NullMarked;
