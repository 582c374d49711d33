package org.kexin.analysis.algorithm.linkage;

/** Takes pairs of rows, each with the smaller row first. */
@FunctionalInterface
public interface PairConsumer {
  void accept(int left, int right);
}
