package epro.processing.form.publication;

import epro.processing.form.Compiled;
import epro.processing.form.FormCompiler;
import epro.processing.form.Forms;
import epro.processing.form.FormsUnavailable;
import epro.schemas.json.Limits;
import epro.schemas.json.StrictJson;
import jakarta.annotation.PostConstruct;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * All forms, compiled, in memory.
 *
 * <ul>
 *   <li>A known form is found without the database.
 *   <li>An unknown one is looked for in the database once between two polls, so that a form published a moment ago on
 *       another replica is found, and a flood of names that do not exist costs little.
 *   <li>A database that is away makes no form unknown: whoever asks has to wait.
 * </ul>
 */
@Component
class PublishedForms implements Forms {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedForms.class);
    private static final int LOOKS_BETWEEN_POLLS_MAX = 100;
    static final Limits LIMITS = new Limits(64, 786_432, 100);

    private final FormTable table;
    private final InstantSource clock;
    private final Set<String> lookedFor = ConcurrentHashMap.newKeySet();
    private volatile Catalogue catalogue = Catalogue.EMPTY;

    PublishedForms(FormTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Found find(String formId, @Nullable String formVersion, @Nullable Instant completedAt) {
        Instant at = completedAt == null ? clock.instant() : completedAt;
        return switch (catalogue.find(formId, formVersion, at)) {
            case Known known -> known;
            case Unknown unknown -> {
                if (!mayLookFor(formId + "|" + formVersion)) {
                    yield unknown;
                }
                refreshOrWait(formId + "|" + formVersion);
                yield catalogue.find(formId, formVersion, at);
            }
        };
    }

    private void refreshOrWait(String name) {
        try {
            refresh();
        } catch (DataAccessException away) {
            lookedFor.remove(name);
            throw new FormsUnavailable(away);
        }
    }

    @Scheduled(fixedDelayString = "${epro.processing.form-poll-interval:1s}")
    void poll() {
        lookedFor.clear();
        try {
            refresh();
        } catch (DataAccessException away) {
            LOG.warn(
                    "Forms published meanwhile are not known here until the database answers again: {}",
                    away.getClass().getSimpleName());
        }
    }

    /** Takes in what was published since the last look. */
    @PostConstruct
    final synchronized void refresh() {
        List<StoredForm> fresh = table.after(catalogue.sequence());
        if (!fresh.isEmpty()) {
            catalogue = catalogue.with(
                    fresh.getLast().sequence(),
                    fresh.stream().flatMap(form -> compile(form).stream()).toList());
        }
    }

    private boolean mayLookFor(String name) {
        return lookedFor.size() < LOOKS_BETWEEN_POLLS_MAX && lookedFor.add(name);
    }

    private static Optional<Catalogue.Entry> compile(StoredForm stored) {
        FormSummary form = stored.summary();
        return switch (FormCompiler.compile(
                form.formId(),
                form.version(),
                StrictJson.read(stored.source().getBytes(StandardCharsets.UTF_8), LIMITS))) {
            case Compiled.Form(var compiled) -> Optional.of(new Catalogue.Entry(compiled, form.publishedAt()));
            case Compiled.Faulty(var faults) -> {
                LOG.error(
                        "Form {} {} is published but can't be used, its submissions are rejected as unknown-form until it can: {}",
                        form.formId(),
                        form.version(),
                        faults);
                yield Optional.empty();
            }
        };
    }
}
