package epro.nmpa.run;

import org.springframework.stereotype.Component;

/** How visits are made, and who counts them. */
@Component
record VisitSettings(RunSettings run, RunMeters meters) {}
