package org.kexin.analysis.chart;

import java.util.Locale;

/** Something said in both languages of the service. */
public record Words(String english, String chinese) {

  /** In Chinese for any Chinese, else in English. */
  public String in(Locale language) {
    return language.getLanguage().equals(Locale.CHINESE.getLanguage()) ? chinese : english;
  }
}
