package org.kexin.care;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Care tasks for other features: how many, never what they say. */
@ApplicationScoped
public class CareDirectory {

  private final CareTasks tasks;

  CareDirectory(CareTasks tasks) {
    this.tasks = tasks;
  }

  /** How many tasks for a customer have not ended. */
  public long openTasks(UUID customer) {
    return tasks.count(
        "customerId = ?1 and state in ?2",
        customer,
        List.of(CareTaskState.OPEN, CareTaskState.CLAIMED));
  }
}
