package org.kexin.profile;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * One page that is being written. Text goes through an XML writer, so no name can become markup.
 * Not thread-safe.
 */
final class HtmlPage {

  // No character here needs escaping: a browser reads the content of a style as it stands.
  private static final String STYLE =
      """
      :root{color-scheme:light dark}\
      body{font:16px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;\
      max-width:50rem;margin:2rem auto;padding:0 1rem;background:#fff;color:#222}\
      table{border-collapse:collapse;margin:1rem 0;width:100%}\
      caption{text-align:left;font-weight:600;padding:.3rem 0}\
      th,td{border-bottom:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top}\
      svg{max-width:100%;height:auto}\
      @media(prefers-color-scheme:dark){body{background:#161616;color:#eee}}""";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  HtmlPage(String title, Locale language) {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeDTD("<!doctype html>");
      xml.writeStartElement("html");
      xml.writeAttribute("lang", language.toLanguageTag());
      xml.writeStartElement("head");
      meta("charset", "utf-8");
      meta("name", "viewport", "content", "width=device-width, initial-scale=1");
      element("title", title);
      element("style", STYLE);
      xml.writeEndElement();
      xml.writeStartElement("body");
      xml.writeStartElement("main");
      element("h1", title);
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  void section(String title) {
    writing(() -> element("h2", title));
  }

  void paragraph(String content) {
    writing(() -> element("p", content));
  }

  /** A list; nothing where it is empty. */
  void list(List<String> items) {
    if (items.isEmpty()) {
      return;
    }
    writing(
        () -> {
          xml.writeStartElement("ul");
          for (String item : items) {
            element("li", item);
          }
          xml.writeEndElement();
        });
  }

  /**
   * A table whose first column names its rows; nothing where it has none.
   *
   * @param head names of the columns
   */
  void table(String caption, List<String> head, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    writing(
        () -> {
          xml.writeStartElement("table");
          element("caption", caption);
          xml.writeStartElement("thead");
          xml.writeStartElement("tr");
          for (String name : head) {
            element("th", name, "scope", "col");
          }
          xml.writeEndElement();
          xml.writeEndElement();
          xml.writeStartElement("tbody");
          for (List<String> row : rows) {
            row(row);
          }
          xml.writeEndElement();
          xml.writeEndElement();
        });
  }

  /**
   * A drawing.
   *
   * @param svg a whole document, made by us: it goes in as it is
   */
  void drawing(String svg) {
    writing(
        () -> {
          xml.writeStartElement("figure");
          // Ends the tag, so that what comes by the other way comes behind it.
          xml.writeCharacters("");
          xml.flush();
          text.write(svg);
          xml.writeEndElement();
        });
  }

  /** Ends the page and gives it. */
  String finish() {
    writing(
        () -> {
          xml.writeEndElement();
          xml.writeEndElement();
          xml.writeEndElement();
          xml.close();
        });
    return text.toString();
  }

  private void row(List<String> cells) throws XMLStreamException {
    xml.writeStartElement("tr");
    element("th", cells.getFirst(), "scope", "row");
    for (String cell : cells.subList(1, cells.size())) {
      element("td", cell);
    }
    xml.writeEndElement();
  }

  private void meta(String... namesAndValues) throws XMLStreamException {
    xml.writeEmptyElement("meta");
    attributes(namesAndValues);
  }

  private void element(String name, String content, String... attributes)
      throws XMLStreamException {
    xml.writeStartElement(name);
    attributes(attributes);
    xml.writeCharacters(content);
    xml.writeEndElement();
  }

  private void attributes(String... namesAndValues) throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
    }
  }

  @FunctionalInterface
  private interface Writing {
    void write() throws XMLStreamException;
  }

  private static void writing(Writing part) {
    try {
      part.write();
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  /** Nothing is read or sent, so this is no failure that a caller could meet. */
  private static IllegalStateException failure(XMLStreamException e) {
    return new IllegalStateException("A page cannot be written.", e);
  }
}
