package org.kexin.promotion;

import java.util.UUID;

/** A body together with the record that it was sent to: what makes two requests the same. */
record Asked<T>(UUID id, T body) {}
