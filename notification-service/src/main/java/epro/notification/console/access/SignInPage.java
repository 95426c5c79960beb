package epro.notification.console.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with a token; whoever came for an alert is led to it. */
@Controller
class SignInPage {
    static final String PATH = "/console/sign-in";
    static final String REFUSED = "/console/refused";

    private static final String VIEW = "sign-in";

    private final Door door;

    SignInPage(Door door) {
        this.door = door;
    }

    @GetMapping(PATH)
    String form(@RequestParam(required = false) @Nullable UUID alert, Model model) {
        model.addAttribute("alert", alert);
        return VIEW;
    }

    /** A token that is no good is told so and nothing more. */
    @PostMapping(PATH)
    String signIn(
            @RequestParam String token,
            @RequestParam(required = false) @Nullable UUID alert,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (door.enter(token, request, response)) {
            case OPEN -> "redirect:/console" + (alert == null ? "" : "/alerts/" + alert);
            case REFUSED -> again(alert, "refused", HttpStatus.UNAUTHORIZED, response, model);
            case NOT_NOW -> again(alert, "not-now", HttpStatus.SERVICE_UNAVAILABLE, response, model);
        };
    }

    /** Shown to those who have signed in and still may not do what they tried. */
    @RequestMapping(REFUSED)
    String refused(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("problem", "forbidden");
        return "problem";
    }

    private static String again(
            @Nullable UUID alert, String complaint, HttpStatus status, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("alert", alert);
        model.addAttribute("complaint", complaint);
        return VIEW;
    }
}
