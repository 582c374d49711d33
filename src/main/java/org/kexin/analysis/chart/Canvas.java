package org.kexin.analysis.chart;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * One SVG document that is being drawn. Text goes through an XML writer, so no name of a product
 * can become markup. Not thread-safe.
 */
final class Canvas {

  static final int WIDTH = 760;
  static final int HEIGHT = 420;

  /** Colours that people of every kind of colour vision tell apart (M. Okabe and K. Ito, 2008). */
  static final int COLOURS = 5;

  private static final String STYLE =
      """
      svg{background:#fff}\
      text{font:12px system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;fill:#222}\
      .t{font-size:15px;font-weight:600}.m{fill:#666}.c{text-anchor:middle}.e{text-anchor:end}\
      .g{stroke:#ddd}.a{stroke:#888}.l{fill:none;stroke-width:2}.d{stroke-dasharray:5 4}.b{opacity:.2}\
      .s0{stroke:#0072b2}.s1{stroke:#d55e00}.s2{stroke:#009e73}.s3{stroke:#cc79a7}.s4{stroke:#997700}\
      .f0{fill:#0072b2}.f1{fill:#d55e00}.f2{fill:#009e73}.f3{fill:#cc79a7}.f4{fill:#997700}\
      @media(prefers-color-scheme:dark){svg{background:#161616}text{fill:#eee}.m{fill:#aaa}.g{stroke:#333}\
      .a{stroke:#777}.s0{stroke:#56b4e9}.f0{fill:#56b4e9}.s4{stroke:#f0e442}.f4{fill:#f0e442}}""";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  /**
   * @param description what somebody reads who cannot see the chart
   */
  Canvas(String title, String description, String language, int height) {
    // Charts of different titles can stand in one page.
    String name = "chart-" + Integer.toHexString(title.hashCode());
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartElement("svg");
      xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
      attributes(
          "viewBox",
          "0 0 " + WIDTH + " " + height,
          "width",
          String.valueOf(WIDTH),
          "height",
          String.valueOf(height),
          "role",
          "img",
          "lang",
          language,
          "aria-labelledby",
          name + "-title " + name + "-description");
      element("title", title, "id", name + "-title");
      element("desc", description, "id", name + "-description");
      element("style", STYLE);
      text(16, 26, "t", title);
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  void line(double x1, double y1, double x2, double y2, String style) {
    empty(
        "line",
        "x1",
        number(x1),
        "y1",
        number(y1),
        "x2",
        number(x2),
        "y2",
        number(y2),
        "class",
        style);
  }

  /** A bar or a cell; {@code tip} shows when somebody points at it. */
  void box(
      double x, double y, double width, double height, String style, double opacity, String tip) {
    try {
      xml.writeStartElement("rect");
      attributes(
          "x", number(x),
          "y", number(y),
          "width", number(Math.max(width, 0)),
          "height", number(Math.max(height, 0)),
          "class", style);
      if (opacity < 1) {
        attributes("fill-opacity", number(opacity));
      }
      element("title", tip);
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  void dot(double x, double y, double radius, String style, String tip) {
    try {
      xml.writeStartElement("circle");
      attributes("cx", number(x), "cy", number(y), "r", number(radius), "class", style);
      element("title", tip);
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  void path(List<double[]> points, boolean closed, String style) {
    StringBuilder path = new StringBuilder();
    for (double[] point : points) {
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(number(point[0]))
          .append(' ')
          .append(number(point[1]));
    }
    empty("path", "d", closed ? path.append('Z').toString() : path.toString(), "class", style);
  }

  void text(double x, double y, String style, String content) {
    element("text", content, "x", number(x), "y", number(y), "class", style);
  }

  /** Ends the document and gives it. */
  String finish() {
    try {
      xml.writeEndElement();
      xml.close();
      return text.toString();
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  /** At most so many characters of a label. */
  static String cut(String label, int most) {
    return label.codePointCount(0, label.length()) <= most
        ? label
        : label.substring(0, label.offsetByCodePoints(0, most - 1)) + "…";
  }

  /** Two decimals are a hundredth of a pixel. */
  private static String number(double value) {
    return BigDecimal.valueOf(Math.round(value * 100), 2).stripTrailingZeros().toPlainString();
  }

  private void element(String name, String content, String... attributes) {
    try {
      xml.writeStartElement(name);
      attributes(attributes);
      xml.writeCharacters(content);
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  private void empty(String name, String... attributes) {
    try {
      xml.writeEmptyElement(name);
      attributes(attributes);
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  private void attributes(String... namesAndValues) throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
    }
  }

  /** Nothing is read or sent, so this is no failure that a caller could meet. */
  private static IllegalStateException failure(XMLStreamException e) {
    return new IllegalStateException("A chart cannot be drawn.", e);
  }
}
