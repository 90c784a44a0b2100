package dev.rollcall.standalone.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Shows the page. What its form sends is taken by a filter of Spring Security.
@RestController
final class LoginController {
    private final LoginPage page;

    LoginController(LoginPage page) {
        this.page = page;
    }

    @GetMapping(LoginForm.PAGE)
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        page.answer(request, response, new Notice.Welcome());
    }

    @GetMapping(path = LoginForm.STYLE, produces = "text/css")
    Resource style() {
        return new ClassPathResource("login/page.css");
    }
}
