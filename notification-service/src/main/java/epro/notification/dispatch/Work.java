package epro.notification.dispatch;

import epro.notification.contact.Directory;
import epro.notification.journal.AlertBook;
import epro.notification.journal.Changes;

/** One transaction that deals with reports, and what was read for all of them. */
record Work(Changes changes, AlertBook alerts, Directory contacts) {}
