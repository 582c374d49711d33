package org.kexin.complaint;

/** By what the clocks of a complaint run, from its beginning to its end. */
record ClockTerms(BusinessCalendar calendar, ClockPolicy policy) {}
