package com.typesafe.config.impl;

/** A file this reader can't or won't open. No ConfigException: the library would take it for a file that may be missing. */
final class RefusedInclude extends RuntimeException {
    RefusedInclude(String message) {
        super(message);
    }
}
