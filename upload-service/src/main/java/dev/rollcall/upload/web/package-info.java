/// What all answers share: problem details, and a request id of their own.
@NullMarked
package dev.rollcall.upload.web;

import org.jspecify.annotations.NullMarked;
