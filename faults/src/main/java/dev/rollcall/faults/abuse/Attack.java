package dev.rollcall.faults.abuse;

/// Something that somebody does to the services who means them harm, or does not care. It ends by itself.
public interface Attack {
    String words();

    Impact on(Target target);
}
