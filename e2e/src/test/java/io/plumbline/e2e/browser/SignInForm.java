package io.plumbline.e2e.browser;

import com.microsoft.playwright.Page;

/** Signs in as a person does. */
final class SignInForm {

    private SignInForm() {}

    static void fill(Page page) {
        page.getByLabel("User name").fill("admin");
        page.getByLabel("Password").fill(Company.PASSWORD);
        page.getByText("Sign in").click();
    }
}
