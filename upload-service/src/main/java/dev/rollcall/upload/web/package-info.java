/// What all answers share: problem details.
@NullMarked
package dev.rollcall.upload.web;

import org.jspecify.annotations.NullMarked;
