package dev.rollcall.benchmarks.portal;

import java.util.function.Consumer;

/// One thing that a user does on a page, what is to come of it, and how long the portal waits by intent before it asks:
/// whether more will be typed.
record Step(String name, Awaited awaited, double pauseMillis, Consumer<Portal> act) {
    Step(String name, Awaited awaited, Consumer<Portal> act) {
        this(name, awaited, 0, act);
    }
}
