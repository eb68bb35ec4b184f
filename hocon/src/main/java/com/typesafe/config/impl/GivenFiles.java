package com.typesafe.config.impl;

import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigParseable;
import com.typesafe.config.ConfigSyntax;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import wizard.hocon.Budget;

/**
 * Stands where the library would reach for the file system. A page has none, so every file comes from the caller; which
 * file an include means is decided as the library decides it on a disk.
 */
final class GivenFiles implements FullIncluder {
    interface Source {
        /** The text at this path, or null where there is no such file. */
        String text(String path);
    }

    private static final String[] URL_SCHEMES = {"http:", "https:", "ftp:", "file:", "jar:", "mailto:", "jmod:", "jrt:"};

    /** In items copied. Files that include one another twice and twice again are paid for here. */
    private static final int COST_OF_A_FILE = 1000;
    private static final int COST_OF_A_CHARACTER = 5;

    private final Source source;
    private final Map<String, String> asked = new HashMap<>();

    GivenFiles(Source source) {
        this.source = source;
    }

    private String text(String path) {
        // Asked once a file: the library looks whether it is there before it reads.
        if (!asked.containsKey(path)) {
            asked.put(path, source.text(path));
        }
        return asked.get(path);
    }

    /** As `ConfigFactory.parseFile(new File(path))`, but a file that isn't there is an error, as it is for Canton. */
    ConfigObject parse(String path) {
        String normal = new File(path).getPath();
        if (text(normal) == null) {
            throw new RefusedInclude("There is no file " + path);
        }
        return new GivenFile(normal, ConfigParseOptions.defaults().setIncluder(this)).parse();
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        for (String scheme : URL_SCHEMES) {
            if (what.regionMatches(true, 0, scheme, 0, scheme.length())) {
                throw refusedUrl(what);
            }
        }
        return SimpleIncluder.fromBasename((name, options) -> {
            ConfigParseable found = context.relativeTo(name);
            return found != null ? found : Parseable.newNotFound(name, "include was not found: '" + name + "'", options);
        }, what, context.parseOptions());
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
        return SimpleIncluder.fromBasename(GivenFile::new, what.getPath(), context.parseOptions());
    }

    @Override
    public ConfigObject includeResources(ConfigIncludeContext context, String what) {
        return SimpleIncluder.fromBasename(NoResource::new, what, context.parseOptions());
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
        throw refusedUrl(what.toExternalForm());
    }

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    private static RefusedInclude refusedUrl(String url) {
        return new RefusedInclude("An include of a URL is not followed here: " + url);
    }

    private final class GivenFile extends Parseable {
        private final String path;

        GivenFile(String path, ConfigParseOptions options) {
            this.path = path;
            postConstruct(options);
        }

        @Override
        protected Reader reader() throws IOException {
            String text = text(path);
            if (text == null) {
                throw new FileNotFoundException(path + " (No such file or directory)");
            }
            Budget.spend(COST_OF_A_FILE + COST_OF_A_CHARACTER * text.length());
            return new StringReader(text);
        }

        /** The syntax that holds, not the one of the name: a file included by its whole name is read as its includer is. */
        @Override
        protected Reader reader(ConfigParseOptions holding) throws IOException {
            Reader reader = reader();
            String text = text(path);
            return holding.getSyntax() == ConfigSyntax.PROPERTIES ? new StringReader(withoutLastBackslash(text)) : reader;
        }

        /** The JVM's Properties drop a backslash that the file ends in, where nothing follows to be continued; TeaVM's read a NUL. */
        private String withoutLastBackslash(String text) {
            int start = text.length();
            while (start > 0 && text.charAt(start - 1) == '\\') {
                start--;
            }
            boolean open = (text.length() - start) % 2 == 1;
            return open ? text.substring(0, text.length() - 1) : text;
        }

        @Override
        ConfigSyntax guessSyntax() {
            return ConfigImplUtil.syntaxFromExtension(new File(path).getName());
        }

        @Override
        ConfigParseable relativeTo(String name) {
            File sibling = new File(name).isAbsolute() ? new File(name) : Parseable.relativeTo(new File(path), name);
            if (sibling == null) {
                // A file named without a folder has no siblings for the library: `-c a.conf` finds no include, `-c ./a.conf` does.
                return null;
            }
            ConfigParseOptions inherited = options().setOriginDescription(null);
            if (text(sibling.getPath()) != null) {
                return new GivenFile(sibling.getPath(), inherited);
            }
            return new NoResource(name.startsWith("/") ? name.substring(1) : name, inherited);
        }

        @Override
        protected ConfigOrigin createOrigin() {
            return new SimpleConfigOrigin(path, -1, -1, OriginType.FILE, null, null, null);
        }

        @Override
        public String toString() {
            return "ParseableFile(" + path + ")";
        }
    }

    /** A resource of the class path: there is none here. */
    private static final class NoResource extends Parseable {
        private final String resource;

        NoResource(String resource, ConfigParseOptions options) {
            this.resource = resource;
            postConstruct(options);
        }

        @Override
        protected Reader reader() throws IOException {
            throw new IOException("resource not found on classpath: " + resource);
        }

        @Override
        ConfigSyntax guessSyntax() {
            return ConfigImplUtil.syntaxFromExtension(resource);
        }

        @Override
        protected ConfigOrigin createOrigin() {
            return SimpleConfigOrigin.newResource(resource);
        }

        @Override
        public String toString() {
            return "ParseableResources(" + resource + ")";
        }
    }
}
