package com.typesafe.config.impl;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValue;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads configurations with the library as it is, on the JVM, from real files in the working directory, as Canton does:
 * `parseFile`, later files over earlier ones, `resolve`. Input and output are a JSON document a line; read-with-jvm.ts knows both.
 * In the library's package, since the text of a number and whether a string was quoted are hidden outside it.
 */
public final class ReadHocon {
    private static final Pattern PLACE = Pattern.compile("([^,]+): (\\d+)(-\\d+)?(?=,|$)");

    private ReadHocon() {
    }

    public static void main(String[] args) throws Exception {
        try (PrintWriter out = new PrintWriter(args[1], "UTF-8")) {
            for (String line : Files.readAllLines(Paths.get(args[0]), StandardCharsets.UTF_8)) {
                out.print(answer(ConfigFactory.parseString(line, ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON))));
                out.print('\n');
            }
        }
    }

    private static String answer(Config document) throws Exception {
        ConfigObject files = document.getObject("files");
        for (String path : files.keySet()) {
            Path target = Paths.get(path);
            if (target.getParent() != null) {
                Files.createDirectories(target.getParent());
            }
            Files.write(target, text(files, path).getBytes(StandardCharsets.UTF_8));
        }
        try {
            setEnvironment(document.getObject("env"));
            return read(document);
        } finally {
            for (String path : files.keySet()) {
                delete(Paths.get(path));
            }
        }
    }

    private static String text(ConfigObject object, String key) {
        return (String) object.get(key).unwrapped();
    }

    private static void delete(Path path) throws IOException {
        Files.delete(path);
        for (Path folder = path.getParent(); folder != null && Files.exists(folder); folder = folder.getParent()) {
            if (folder.toString().equals(".") || folder.toFile().list().length > 0) {
                return;
            }
            Files.delete(folder);
        }
    }

    /** The library reads the environment once and keeps it in a private place; a JVM can't change its own environment. */
    private static void setEnvironment(ConfigObject env) throws Exception {
        Map<String, String> values = new HashMap<>();
        for (String name : env.keySet()) {
            values.put(name, text(env, name));
        }
        Field kept = Class.forName("com.typesafe.config.impl.ConfigImpl$EnvVariablesHolder").getDeclaredField("envVariables");
        kept.setAccessible(true);
        kept.set(null, PropertiesParser.fromStringMap(ConfigImpl.newEnvVariable("env variables"), values));
    }

    private static String read(Config document) {
        boolean parsed = false;
        try {
            Config config = null;
            for (ConfigValue name : document.getList("names")) {
                Config next = ConfigFactory.parseFile(new File((String) name.unwrapped()));
                config = config == null ? next : next.withFallback(config);
            }
            parsed = true;
            Config resolved = config.resolve(ConfigResolveOptions.defaults().setAllowUnresolved(document.getBoolean("mark")));
            StringBuilder out = new StringBuilder("{\"ok\":true,\"root\":");
            write(out, (AbstractConfigValue) resolved.root());
            return out.append('}').toString();
        } catch (ConfigException.UnresolvedSubstitution e) {
            return failed("substitution", e);
        } catch (ConfigException.IO e) {
            return failed("include", e);
        } catch (ConfigException e) {
            return failed(parsed ? "crash" : "parse", e);
        } catch (RuntimeException e) {
            return "{\"ok\":false,\"error\":{\"kind\":\"crash\",\"message\":" + json(e.toString())
                    + ",\"file\":null,\"line\":null}}";
        } catch (StackOverflowError e) {
            return "{\"ok\":false,\"error\":{\"kind\":\"too-deep\",\"message\":\"\",\"file\":null,\"line\":null}}";
        }
    }

    private static String failed(String kind, ConfigException e) {
        String message = e.getMessage();
        StringBuilder out = new StringBuilder("{\"ok\":false,\"error\":{\"kind\":\"" + kind + "\",");
        if (e.origin() != null && message.startsWith(e.origin().description() + ": ")) {
            message = message.substring(e.origin().description().length() + 2);
        }
        out.append("\"message\":").append(json(message)).append(',');
        place(out, (SimpleConfigOrigin) e.origin());
        return out.append("}}").toString();
    }

    private static void write(StringBuilder out, AbstractConfigValue value) {
        out.append("{\"type\":\"");
        if (value instanceof Unmergeable) {
            StringBuilder text = new StringBuilder();
            value.render(text, 0, false, com.typesafe.config.ConfigRenderOptions.concise());
            String name = value instanceof ConfigReference ? ((ConfigReference) value).expression().path().render() : null;
            out.append("reference\",\"name\":").append(name == null ? "null" : json(name));
            out.append(",\"text\":").append(json(text.toString()));
        } else {
            switch (value.valueType()) {
                case OBJECT:
                    out.append("object\",\"fields\":[");
                    String between = "";
                    for (String key : new TreeSet<>(((ConfigObject) value).keySet())) {
                        out.append(between).append('[').append(json(key)).append(',');
                        write(out, ((AbstractConfigObject) value).attemptPeekWithPartialResolve(key));
                        out.append(']');
                        between = ",";
                    }
                    out.append(']');
                    break;
                case LIST:
                    out.append("list\",\"items\":[");
                    String comma = "";
                    for (ConfigValue item : (SimpleConfigList) value) {
                        out.append(comma);
                        write(out, (AbstractConfigValue) item);
                        comma = ",";
                    }
                    out.append(']');
                    break;
                case STRING:
                    out.append("string\",\"value\":").append(json((String) value.unwrapped()));
                    out.append(",\"quoted\":").append(((ConfigString) value).wasQuoted());
                    break;
                case NUMBER:
                    out.append("number\",\"text\":").append(json(text((Number) value.unwrapped())));
                    out.append(",\"written\":").append(json(value.transformToString()));
                    break;
                case BOOLEAN:
                    out.append("boolean\",\"value\":").append(value.unwrapped());
                    break;
                default:
                    out.append("null\"");
                    break;
            }
        }
        out.append(",\"origin\":{");
        place(out, value.origin());
        out.append("}}");
    }

    /**
     * `toString`, but before JDK 19 `Double.toString` could take more digits than it needs (JDK-4511638); or not the closest of as many;
     * then the fewest and closest, which is what later ones write. It is the same number either way.
     */
    private static String text(Number number) {
        String text = number.toString();
        if (!(number instanceof Double) || ((Double) number).isInfinite()) {
            return text;
        }
        for (int digits = 2; digits <= 17; digits++) {
            BigDecimal rounded = new BigDecimal((Double) number).round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (number.equals(rounded.doubleValue())) {
                String shorter = scientific(rounded);
                boolean subnormal = Math.abs((Double) number) < Double.MIN_NORMAL;
                return text.contains("E") && (shorter.length() <= text.length() || subnormal) ? shorter : text;
            }
        }
        return text;
    }

    /** In ASCII: half a surrogate pair, which an escape can write, has no bytes in UTF-8. */
    private static String json(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : ConfigImplUtil.renderJsonString(text).toCharArray()) {
            out.append(c < 0x7f ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return out.toString();
    }

    private static String scientific(BigDecimal number) {
        String digits = number.unscaledValue().abs().toString();
        String fraction = digits.substring(1).replaceFirst("0+$", "");
        return (number.signum() < 0 ? "-" : "") + digits.charAt(0) + "." + (fraction.isEmpty() ? "0" : fraction)
                + "E" + (digits.length() - 1 - number.scale());
    }

    private static void place(StringBuilder out, SimpleConfigOrigin origin) {
        String file = null;
        int line = -1;
        if (origin != null) {
            // The description alone decides, as in the page: an origin of several parts can have lost its type and still know its place.
            String text = origin.description();
            boolean merged = text.startsWith(SimpleConfigOrigin.MERGE_OF_PREFIX);
            Matcher first = PLACE.matcher(merged ? text.substring(SimpleConfigOrigin.MERGE_OF_PREFIX.length()) : text);
            if (first.find()) {
                file = first.group(1);
                line = Integer.parseInt(first.group(2));
            }
        }
        out.append("\"file\":").append(file == null ? "null" : json(file));
        out.append(",\"line\":").append(line < 0 ? "null" : Integer.toString(line));
    }
}
