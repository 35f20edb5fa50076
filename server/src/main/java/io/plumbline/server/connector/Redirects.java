package io.plumbline.server.connector;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where a form leads once it is done, so that going back or reloading sends nothing twice. */
final class Redirects {

    private Redirects() {}

    /** @param path of this server, made of nothing that a person entered */
    static View to(String path) {
        RedirectView view = new RedirectView(path);
        view.setExposeModelAttributes(false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }
}
