package epro.notification.console.trials;

import epro.support.security.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The runs and the freshness: the page once, and its content again every few seconds. Nothing can be done here. */
@Controller
@RequestMapping("/console/trials")
class TrialsPage {
    private static final String SCOPE = "ops";

    private final SyncService sync;

    TrialsPage(SyncService sync) {
        this.sync = sync;
    }

    @GetMapping
    String page(Caller caller, Model model) throws InterruptedException {
        content(caller, model);
        return "trials";
    }

    @GetMapping("/content")
    String content(Caller caller, Model model) throws InterruptedException {
        caller.require(SCOPE);
        switch (sync.state()) {
            case SyncState.NotSetUp _ -> model.addAttribute("trouble", "not-set-up");
            case SyncState.Away _ -> model.addAttribute("trouble", "away");
            case SyncState.Told told ->
                model.addAttribute("sync", told)
                        .addAttribute("running", told.running().orElse(null));
        }
        return "trials :: content";
    }
}
