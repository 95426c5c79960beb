package epro.notification.console;

import epro.notification.inbox.AlertDesk;
import epro.notification.inbox.Desk;
import epro.notification.inbox.DeskFilter;
import epro.support.security.Caller;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The live inbox: the page once, and its list again whenever something changes. */
@Controller
class InboxPage {
    private final AlertDesk desk;

    InboxPage(AlertDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/console")
    String page(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String study,
            @RequestParam(required = false) @Nullable String site,
            Caller caller,
            Model model) {
        list(state, study, site, caller, model);
        List<Desk.Place> places = desk.places(caller);
        model.addAttribute(
                "studies", places.stream().map(Desk.Place::studyId).distinct().toList());
        model.addAttribute("sites", sites(places, given(study)));
        return "inbox";
    }

    @GetMapping("/console/list")
    String list(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String study,
            @RequestParam(required = false) @Nullable String site,
            Caller caller,
            Model model) {
        DeskFilter filter = new DeskFilter(show(state), given(study), given(site));
        model.addAttribute("filter", filter);
        model.addAttribute("desk", desk.desk(filter, caller));
        return "inbox :: list";
    }

    private static List<String> sites(List<Desk.Place> places, @Nullable String study) {
        return places.stream()
                .filter(place -> study == null || place.studyId().equals(study))
                .map(Desk.Place::siteId)
                .distinct()
                .sorted()
                .toList();
    }

    /** What no list has, shows what is open. */
    private static DeskFilter.Show show(String state) {
        return switch (state.toLowerCase(Locale.ROOT)) {
            case "acknowledged" -> DeskFilter.Show.ACKNOWLEDGED;
            case "all" -> DeskFilter.Show.ALL;
            default -> DeskFilter.Show.OPEN;
        };
    }

    /** A form sends a field that was left empty as an empty text. */
    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
