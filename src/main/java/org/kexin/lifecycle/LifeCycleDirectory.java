package org.kexin.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where customers stand, for other features. */
@ApplicationScoped
public class LifeCycleDirectory {

  private final LifeCycles lifeCycles;

  LifeCycleDirectory(LifeCycles lifeCycles) {
    this.lifeCycles = lifeCycles;
  }

  /** Where a customer stands, and since when. */
  public record Standing(LifeCycleStage stage, Instant since) {}

  /** Where a customer stands; empty where nothing was derived, or they object to that. */
  public Optional<Standing> of(UUID customer) {
    return lifeCycles.of(customer).map(it -> new Standing(it.stage(), it.since()));
  }
}
