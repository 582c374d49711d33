package org.kexin.analysis;

import org.kexin.shared.ProblemException;

/**
 * An analysis that can also run in the background, on any pod and without its caller. So its answer
 * speaks of groups and models only: it names nobody, and depends on nothing but the question, the
 * facts known at its moment and which groups may be shown.
 *
 * @param <Q> what is asked
 */
public interface LongAnalysis<Q> {

  /** The last part of its path, such as {@code statistics}. */
  String name();

  /**
   * Reads the question.
   *
   * @throws ProblemException {@code parameter-invalid} if a parameter is not what it must be
   */
  Q question(Asked asked);

  /**
   * Answers it: a record that is written as JSON.
   *
   * @throws ProblemException as the request that asks the same
   */
  Object answer(Q question, SmallGroups groups, Effort effort);

  /**
   * Whether the service itself asks it now and then with no parameters but the moment, so that its
   * latest answer is at hand as the model that single customers are compared with.
   */
  default boolean isStanding() {
    return false;
  }

  /** As the other, for a question that was only written down. */
  default Object answer(Asked asked, SmallGroups groups, Effort effort) {
    return answer(question(asked), groups, effort);
  }
}
