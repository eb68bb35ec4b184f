package com.typesafe.config.impl;

import java.util.Collections;
import java.util.Map;

/** What `System.getenv()` is elsewhere: a page has no environment, so the caller gives one. */
public final class Environment {
    static Map<String, String> values = Collections.emptyMap();

    private Environment() {
    }

    /** Called where the library would read the process environment. */
    public static AbstractConfigObject asConfigObject() {
        return PropertiesParser.fromStringMap(SimpleConfigOrigin.newEnvVariable("env variables"), values);
    }
}
