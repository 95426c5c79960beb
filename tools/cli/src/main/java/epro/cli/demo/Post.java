package epro.cli.demo;

import epro.cli.submission.Answer;

/** Sends one body once. */
@FunctionalInterface
interface Post {

    /** Never throws for what the network or the service does; that is an answer too. */
    Answer send(String body) throws InterruptedException;
}
