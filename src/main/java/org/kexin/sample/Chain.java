package org.kexin.sample;

import java.util.List;

/**
 * Calls that build on each other. The first makes something under an id of ours: where the service
 * has it already, the whole chain was sent before, and nothing of it is sent again.
 */
record Chain(List<SampleCall> calls) {

  Chain {
    calls = List.copyOf(calls);
  }
}
