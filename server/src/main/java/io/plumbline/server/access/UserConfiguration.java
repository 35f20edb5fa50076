package io.plumbline.server.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Lets Spring Security find users where they are stored. */
@Configuration(proxyBeanMethods = false)
class UserConfiguration {

    @Bean
    PasswordEncoder passwordEncoder() {
        return new PasswordHashing();
    }

    @Bean
    UserDetailsService userDetailsService(UserStore users) {
        return name -> users.find(name)
                .filter(user -> user.passwordHash() != null)
                .map(Account::new)
                .orElseThrow(() -> new UsernameNotFoundException("there is no such user"));
    }
}
