/// What every answer has in common: problems, labels in the caller's language.
@NullMarked
package dev.rollcall.status.web;

import org.jspecify.annotations.NullMarked;
