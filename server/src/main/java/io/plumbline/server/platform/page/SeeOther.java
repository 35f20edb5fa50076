package io.plumbline.server.platform.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The answer to a form that has been taken: where its result is to be seen. Reloading that page sends nothing again. */
public final class SeeOther {

    private SeeOther() {}

    /** @param path of ours, encoded */
    public static View at(String path) {
        RedirectView redirect = new RedirectView(path);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        redirect.setExpandUriTemplateVariables(false);
        return redirect;
    }
}
