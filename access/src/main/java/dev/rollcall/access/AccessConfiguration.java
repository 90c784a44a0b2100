package dev.rollcall.access;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// What a process that answers over HTTP has once, however many services it runs: the filter chains, built from the
/// [RuleTable] of each service, the arguments that controllers are given, and what every answer carries.
@Configuration(proxyBeanMethods = false)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class AccessConfiguration {}
