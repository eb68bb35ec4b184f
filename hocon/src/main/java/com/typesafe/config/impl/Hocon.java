package com.typesafe.config.impl;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigResolveOptions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;
import wizard.hocon.Budget;

/** What the page calls. In the library's own package, since the text of a number and the name of a reference are hidden outside it. */
public final class Hocon {
    private Hocon() {
    }

    /** See `hocon.d.ts`. */
    @JSExport
    public static JSObject read(String[] names, Js.Lookup lookup, String[] environment, boolean markUnresolved, int budget) {
        Set<String> files = new HashSet<>();
        ToJs toJs = new ToJs(files);
        boolean parsed = false;
        Budget.start(budget);
        try {
            setEnvironment(environment);
            GivenFiles given = new GivenFiles(path -> {
                String text = lookup.text(path);
                if (text != null) {
                    files.add(path);
                }
                return text;
            });
            Config config = null;
            for (String name : names) {
                Config next = given.parse(name).toConfig();
                config = config == null ? next : next.withFallback(config);
            }
            parsed = true;
            Config resolved = config.resolve(ConfigResolveOptions.defaults().setAllowUnresolved(markUnresolved));
            return Js.read(toJs.value((AbstractConfigValue) resolved.root()));
        } catch (RefusedInclude e) {
            return Js.failed("include", e.getMessage(), Js.nowhere());
        } catch (Budget.Spent e) {
            return Js.failed("too-large", "", Js.nowhere());
        } catch (ConfigException.UnresolvedSubstitution e) {
            return failed("substitution", e, toJs);
        } catch (ConfigException.IO e) {
            return failed("include", e, toJs);
        } catch (ConfigException e) {
            return failed(parsed ? "crash" : "parse", e, toJs);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException | ClassCastException e) {
            // Slips of the library, which Canton doesn't catch either. Not every RuntimeException: TeaVM wraps JavaScript's own errors in one.
            return Js.failed("crash", e.toString(), Js.nowhere());
        }
    }

    private static JSObject failed(String kind, ConfigException e, ToJs toJs) {
        if (e.origin() == null) {
            return Js.failed(kind, e.getMessage(), Js.nowhere());
        }
        String prefix = e.origin().description() + ": ";
        String message = e.getMessage().startsWith(prefix) ? e.getMessage().substring(prefix.length()) : e.getMessage();
        return Js.failed(kind, message, toJs.origin(e.origin()));
    }

    private static void setEnvironment(String[] pairs) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        Environment.values = values;
        ConfigImpl.reloadEnvVariablesConfig();
    }
}
