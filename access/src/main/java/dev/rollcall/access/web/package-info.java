/// What every call and every answer has: an id of its own, a caller for the controller, problems for refusals.
@NullMarked
package dev.rollcall.access.web;

import org.jspecify.annotations.NullMarked;
