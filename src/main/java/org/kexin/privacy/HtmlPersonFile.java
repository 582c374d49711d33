package org.kexin.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.person.PersonFile;

/**
 * What is held on a person as a page that can be read and printed. Everything that was ever typed
 * in is escaped: a name must not become a script in the browser of whoever opens the file.
 */
final class HtmlPersonFile implements PersonFile {

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="zh-CN"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>Personal data 个人信息</title>
      <style>body{font-family:sans-serif}table{border-collapse:collapse;margin:.5em 0}\
      td,th{border:1px solid #999;padding:.2em .5em;text-align:left;vertical-align:top}</style>
      </head><body><h1>Personal data held 持有的个人信息</h1>
      """;

  private static final Map<String, String> TITLES =
      Map.of(
          "customer", "Who you are 基本信息",
          "transactions", "What you bought 交易记录",
          "consents", "What you agreed to 同意记录",
          "objections", "What you object to 反对记录",
          "accesses", "Who looked 查阅记录",
          "imports", "Files your data came by 导入来源",
          "privacyRequests", "What you asked for 权利请求");

  private final ObjectMapper mapper;
  private final Writer out;
  private @Nullable String open;

  HtmlPersonFile(UUID person, Instant at, ObjectMapper mapper, OutputStream stream)
      throws IOException {
    this.mapper = mapper;
    out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    out.write(HEAD);
    out.write("<p>" + person + ", " + at + "</p>\n");
  }

  @Override
  public void add(String section, Object item) {
    try {
      if (!section.equals(open)) {
        out.write("<h2>" + escaped(TITLES.getOrDefault(section, section)) + "</h2>\n");
        open = section;
      }
      write(mapper.valueToTree(item));
      out.write('\n');
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Does not close the stream, which the archive goes on with. */
  void end() throws IOException {
    out.write("</body></html>\n");
    out.flush();
  }

  private void write(JsonNode node) throws IOException {
    if (node.isObject()) {
      out.write("<table>");
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        out.write("<tr><th>" + escaped(member.getKey()) + "</th><td>");
        write(member.getValue());
        out.write("</td></tr>");
      }
      out.write("</table>");
    } else if (node.isArray()) {
      for (JsonNode item : node) {
        out.write("<div>");
        write(item);
        out.write("</div>");
      }
    } else {
      out.write(escaped(node.asText()));
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
