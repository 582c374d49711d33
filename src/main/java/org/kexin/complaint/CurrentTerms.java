package org.kexin.complaint;

import java.util.UUID;

/** The calendar and policy by which complaints begin now, and their versions. */
record CurrentTerms(UUID calendarId, UUID policyId, ClockTerms terms) {}
