package dev.rollcall.standalone.demo;

/// A sample that is a batch now.
record Posted(Sample sample, String batchId) {}
