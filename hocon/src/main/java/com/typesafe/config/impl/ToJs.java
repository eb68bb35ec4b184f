package com.typesafe.config.impl;

import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigRenderOptions;
import java.util.Set;
import java.util.TreeSet;
import org.teavm.jso.JSObject;
import wizard.hocon.Budget;

/** Turns a value of the library into the plain JavaScript objects that `hocon.d.ts` describes. */
final class ToJs {
    /** A list that holds one list twice, that holds another twice, ... is small until it is walked. */
    private static final int COST_OF_A_VALUE = 100;

    private final Set<String> files;

    /** files: the names an origin may speak of. */
    ToJs(Set<String> files) {
        this.files = files;
    }

    JSObject value(AbstractConfigValue value) {
        Budget.spend(COST_OF_A_VALUE);
        JSObject origin = origin(value.origin());
        if (value instanceof Unmergeable) {
            String name = value instanceof ConfigReference ? ((ConfigReference) value).expression().path().render() : null;
            return Js.reference(name, render(value), origin);
        }
        if (value instanceof SimpleConfigObject) {
            JSObject fields = Js.map();
            for (String key : new TreeSet<>(((SimpleConfigObject) value).keySet())) {
                Js.put(fields, key, value(((SimpleConfigObject) value).attemptPeekWithPartialResolve(key)));
            }
            return Js.object(fields, origin);
        }
        if (value instanceof SimpleConfigList) {
            JSObject items = Js.array();
            for (Object item : (SimpleConfigList) value) {
                Js.push(items, value((AbstractConfigValue) item));
            }
            return Js.list(items, origin);
        }
        if (value instanceof ConfigString) {
            return Js.string(value.transformToString(), ((ConfigString) value).wasQuoted(), origin);
        }
        if (value instanceof ConfigNumber) {
            Number number = ((ConfigNumber) value).unwrapped();
            return Js.number(number.doubleValue(), number.toString(), value.transformToString(), origin);
        }
        if (value instanceof ConfigBoolean) {
            return Js.bool(((ConfigBoolean) value).unwrapped(), origin);
        }
        return Js.nil(origin);
    }

    JSObject origin(ConfigOrigin origin) {
        String[] place = place((SimpleConfigOrigin) origin);
        return place == null ? Js.nowhere() : Js.place(place[0], Integer.parseInt(place[1]));
    }

    /**
     * File and line, or null where there is none. What several files made together (`merge of a.conf: 3,b.conf: 4-6`) counts to the
     * first, which had the last word.
     */
    private String[] place(SimpleConfigOrigin origin) {
        String text = origin.description();
        if (text.startsWith(SimpleConfigOrigin.MERGE_OF_PREFIX)) {
            text = text.substring(SimpleConfigOrigin.MERGE_OF_PREFIX.length());
        }
        for (int start = 0; ; start = text.indexOf(',', start) + 1) {
            String file = fileAt(text, start);
            if (file != null) {
                int line = start + file.length() + 2;
                int end = line;
                while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                    end++;
                }
                return end == line ? null : new String[] {file, text.substring(line, end)};
            }
            if (text.indexOf(',', start) < 0) {
                return null;
            }
        }
    }

    private String fileAt(String text, int start) {
        String found = null;
        for (String file : files) {
            if (text.startsWith(file + ": ", start) && (found == null || file.length() > found.length())) {
                found = file;
            }
        }
        return found;
    }

    private static String render(AbstractConfigValue value) {
        StringBuilder text = new StringBuilder();
        value.render(text, 0, false, ConfigRenderOptions.concise());
        return text.toString();
    }
}
