package io.housemates.dashboard.page;

import java.util.function.Function;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.TemplateInstance;

/** The two kinds of answer a browser gets: a page, or the address of one. */
public final class Html {

    static final String TYPE = "text/html;charset=UTF-8";

    private Html() {
    }

    public static Response page(int status, TemplateInstance page, NewCookie... cookies) {
        return Response.status(status).header(HttpHeaders.CONTENT_TYPE, TYPE).entity(page.render()).cookie(cookies).build();
    }

    /** For {@code Uni.map}: the page with status 200. */
    public static <T> Function<T, Response> page(Function<T, TemplateInstance> page, NewCookie... cookies) {
        return data -> page(200, page.apply(data), cookies);
    }

    /** After a form: the browser reads the page there, and a reload does not send the form again. */
    public static Response redirect(String path, NewCookie... cookies) {
        return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, path).cookie(cookies).build();
    }
}
