/// The rules of relationships, in plain Java: what may become of one, and what it allows.
@NullMarked
package dev.rollcall.upload.relationships.policy;

import org.jspecify.annotations.NullMarked;
