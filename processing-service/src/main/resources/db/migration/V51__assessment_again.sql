-- A submission that is evaluated anew may show other texts, and what was given up is then asked once more.
GRANT UPDATE (language, texts, lane, outbox_end) ON assessment TO ${appRole};
