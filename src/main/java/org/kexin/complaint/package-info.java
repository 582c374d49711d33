/**
 * Complaints (投诉): what a customer is not content with, who deals with it, until when, and what
 * came of it. Owns the complaints with everything that happened to them, the tree of categories,
 * the business calendars and the policies that say how much working time there is.
 *
 * <p>What an event does to a clock stands in one table ({@link org.kexin.complaint.ClockRules}),
 * what may follow what in another ({@link org.kexin.complaint.Transitions}); both are pure, and so
 * is {@link org.kexin.complaint.BusinessCalendar}. Nothing else may move a clock or a state.
 *
 * <p>Texts that people write about a complaint stand sealed under the key of its customer: whoever
 * erases the customer erases them. They are in no list, no log and no event.
 */
@NullMarked
package org.kexin.complaint;

import org.jspecify.annotations.NullMarked;
