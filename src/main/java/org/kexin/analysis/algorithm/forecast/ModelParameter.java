package org.kexin.analysis.algorithm.forecast;

/**
 * One number of a fitted model.
 *
 * @param name as in the literature: alpha, beta, gamma, phi, level, slope, drift, mean, sigma
 */
public record ModelParameter(String name, double value) {}
