package io.plumbline.server.platform.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

/** Where a handler's permission is looked for. */
class PermissionCheckTest {

    @Needs(Permission.READ)
    static class Above {

        public void list() {}

        @Needs(Permission.OPERATE)
        public void start() {}
    }

    /** Such as a list for administrators whose writer forgets to say so. */
    static class Below extends Above {}

    @Needs(Permission.ADMINISTER)
    static class BelowAndSaysSo extends Above {}

    @OpenToAll
    static class Open {

        public void show() {}
    }

    @Test
    void itIsTheMethodsOrTheTypesOwn() throws Exception {
        assertThat(PermissionCheck.neededBy(handler(new Above(), "list"))).hasValue(Permission.READ);
        assertThat(PermissionCheck.neededBy(handler(new Above(), "start"))).hasValue(Permission.OPERATE);
        assertThat(PermissionCheck.neededBy(handler(new BelowAndSaysSo(), "list")))
                .hasValue(Permission.ADMINISTER);
        assertThat(PermissionCheck.isOpen(handler(new Open(), "show"))).isTrue();
    }

    @Test
    void nothingComesFromATypeAboveAndSoTheHandlerIsForNobody() throws Exception {
        HandlerMethod forgotten = handler(new Below(), "list");

        assertThat(PermissionCheck.neededBy(forgotten)).isEmpty();
        assertThat(PermissionCheck.isOpen(forgotten)).isFalse();
        assertThatThrownBy(() -> new PermissionCheck()
                        .preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), forgotten))
                .isInstanceOf(Denied.class);
    }

    private static HandlerMethod handler(Object bean, String method) throws NoSuchMethodException {
        return new HandlerMethod(bean, method);
    }
}
