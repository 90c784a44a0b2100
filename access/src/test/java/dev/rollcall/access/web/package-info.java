@NullMarked
package dev.rollcall.access.web;

import org.jspecify.annotations.NullMarked;
