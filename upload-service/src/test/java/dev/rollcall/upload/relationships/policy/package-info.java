/// The rules of relationships.
@NullMarked
package dev.rollcall.upload.relationships.policy;

import org.jspecify.annotations.NullMarked;
