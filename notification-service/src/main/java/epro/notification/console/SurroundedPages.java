package epro.notification.console;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page of the console its surroundings. */
@ControllerAdvice(basePackageClasses = SurroundedPages.class)
class SurroundedPages {
    private final Surroundings surroundings;

    SurroundedPages(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @ModelAttribute
    void surround(HttpServletRequest request, Model model) {
        model.addAllAttributes(surroundings.of(request));
    }
}
