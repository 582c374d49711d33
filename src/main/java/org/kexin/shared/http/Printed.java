package org.kexin.shared.http;

import java.util.Locale;

/**
 * An answer that can also be read by people: as JSON, or as a page where text/html is asked for.
 */
public interface Printed {

  /** The media type of a page. */
  String HTML = "text/html";

  /** A whole HTML document in this language that needs nothing else: no script, no second file. */
  String html(Locale language);
}
