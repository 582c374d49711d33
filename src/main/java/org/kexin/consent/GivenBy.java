package org.kexin.consent;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who decided: for a child under fourteen only a guardian can agree (PIPL article 31). */
@Schema(
    name = "ConsentGivenBy",
    description = "Who decided: the person, or a parent or other guardian (监护人).")
enum GivenBy {
  PERSON,
  GUARDIAN
}
