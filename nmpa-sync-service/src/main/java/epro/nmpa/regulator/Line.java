package epro.nmpa.regulator;

import epro.nmpa.quota.Pause;
import epro.nmpa.quota.Permits;
import epro.nmpa.quota.Quota;

/** What all calls share. */
record Line(Quota quota, Permits permits, Pause pause) {}
