/**
 * The HTTP border, built once for all resources: problem answers, request ids, body limits, entity
 * tags, merge patch, JSON settings. Knows no feature.
 */
@NullMarked
package org.kexin.shared.http;

import org.jspecify.annotations.NullMarked;
