package org.kexin.shared.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.kexin.shared.Receipt;

/** The forms that successful answers have. */
public final class Answers {

  private Answers() {}

  /** 201 with the place and tag of the new record. */
  public static RestResponse<Receipt> created(URI location, Receipt receipt) {
    return RestResponse.ResponseBuilder.<Receipt>create(RestResponse.Status.CREATED, receipt)
        .location(location)
        .header(HttpHeaders.ETAG, EntityTags.of(receipt.version()))
        .build();
  }

  /** 200 with the tag of the new version. */
  public static RestResponse<Receipt> changed(Receipt receipt) {
    return versioned(receipt, receipt.version());
  }

  /** 200 with a tag. */
  public static <T> RestResponse<T> versioned(T body, long version) {
    return RestResponse.ResponseBuilder.ok(body)
        .header(HttpHeaders.ETAG, EntityTags.of(version))
        .build();
  }

  /** 304: the caller has the present version. */
  public static <T> RestResponse<T> notModified(long version) {
    return RestResponse.ResponseBuilder.<T>notModified()
        .header(HttpHeaders.ETAG, EntityTags.of(version))
        .build();
  }
}
