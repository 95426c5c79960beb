package epro.notification.console;

import epro.notification.inbox.Acknowledgement;
import epro.notification.inbox.AlertDesk;
import epro.notification.inbox.Answer;
import epro.support.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One alert, and what a coordinator does about it. Reading it changes nothing. */
@Controller
@RequestMapping("/console/alerts/{id}")
class AlertPage {
    private final AlertDesk desk;

    AlertPage(AlertDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    String page(@PathVariable String id, Caller caller, Model model) {
        card(id, caller, model);
        return "alert";
    }

    @GetMapping("/card")
    String card(@PathVariable String id, Caller caller, Model model) {
        model.addAttribute("alert", desk.one(id, caller));
        model.addAttribute("mayAcknowledge", desk.mayAcknowledge(caller));
        return "alert :: card";
    }

    /** Sent by the page once it stands before a person who may answer. */
    @PostMapping("/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(@PathVariable String id, Caller caller) {
        desk.seen(id, caller);
    }

    /** The form says how the alert stood when it was shown; if there is more to it now, it is shown and asked for again. */
    @PostMapping("/acknowledge")
    String acknowledge(
            @PathVariable String id, @ModelAttribute Acknowledgement seen, Caller caller, RedirectAttributes after) {
        String outcome = switch (desk.acknowledge(id, seen, caller)) {
            case Answer.Taken _ -> "taken";
            case Answer.AlreadyAcknowledged _ -> "already";
            case Answer.ChangedMeanwhile _ -> "changed";
        };
        after.addFlashAttribute("outcome", outcome);
        return "redirect:/console/alerts/{id}";
    }
}
