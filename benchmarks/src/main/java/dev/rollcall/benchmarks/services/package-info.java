/// The three services as processes of their own, with engines and an issuer of tokens beside them.
@NullMarked
package dev.rollcall.benchmarks.services;

import org.jspecify.annotations.NullMarked;
