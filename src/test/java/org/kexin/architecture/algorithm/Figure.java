package org.kexin.architecture.algorithm;

/** A result as an algorithm gives it, without any annotation of the framework. */
public record Figure(double value) {}
