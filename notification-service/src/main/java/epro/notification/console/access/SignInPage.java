package epro.notification.console.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with a token; whoever came for an alert, or for the page of trials, is led to it. */
@Controller
class SignInPage {
    static final String PATH = "/console/sign-in";
    static final String REFUSED = "/console/refused";

    static final String TRIALS = "/console/trials";

    private static final String VIEW = "sign-in";
    private static final String WANTED = "wanted";

    private final Door door;

    SignInPage(Door door) {
        this.door = door;
    }

    @GetMapping(PATH)
    String form(@ModelAttribute(WANTED) Wanted wanted) {
        return VIEW;
    }

    /** A token that is no good is told so and nothing more. */
    @PostMapping(PATH)
    String signIn(
            @RequestParam String token,
            @ModelAttribute(WANTED) Wanted wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (door.enter(token, request, response)) {
            case OPEN -> "redirect:" + wanted.path();
            case REFUSED -> again("refused", HttpStatus.UNAUTHORIZED, response, model);
            case NOT_NOW -> again("not-now", HttpStatus.SERVICE_UNAVAILABLE, response, model);
        };
    }

    /** Shown to those who have signed in and still may not do what they tried. */
    @RequestMapping(REFUSED)
    String refused(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("problem", "forbidden");
        return "problem";
    }

    private static String again(String complaint, HttpStatus status, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("complaint", complaint);
        return VIEW;
    }

    /**
     * What somebody came for.
     *
     * @param page {@code trials}, or none
     */
    record Wanted(@Nullable UUID alert, @Nullable String page) {

        String path() {
            if (alert != null) {
                return "/console/alerts/" + alert;
            }
            return "trials".equals(page) ? TRIALS : "/console";
        }
    }
}
