package org.kexin.analysis.chart;

import java.util.Locale;

/** Something that can be drawn. */
public sealed interface Chart permits BarChart, ParetoChart, LineChart, HeatTable {

  /** A whole SVG document in this language, in UTF-8 when written as bytes. */
  String svg(Locale language);
}
