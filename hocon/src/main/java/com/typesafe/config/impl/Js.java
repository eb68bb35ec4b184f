package com.typesafe.config.impl;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** The shapes of `hocon.d.ts`, made where JavaScript makes them best. */
final class Js {
    private Js() {
    }

    @JSFunctor
    interface Lookup extends JSObject {
        String text(String path);
    }

    @JSBody(script = "return new Map();")
    static native JSObject map();

    @JSBody(params = {"map", "key", "value"}, script = "map.set(key, value);")
    static native void put(JSObject map, String key, JSObject value);

    @JSBody(script = "return [];")
    static native JSObject array();

    @JSBody(params = {"array", "value"}, script = "array.push(value);")
    static native void push(JSObject array, JSObject value);

    @JSBody(script = "return {file: null, line: null};")
    static native JSObject nowhere();

    @JSBody(params = {"file", "line"}, script = "return {file: file, line: line};")
    static native JSObject place(String file, int line);

    @JSBody(params = {"fields", "origin"}, script = "return {type: 'object', fields: fields, origin: origin};")
    static native JSObject object(JSObject fields, JSObject origin);

    @JSBody(params = {"items", "origin"}, script = "return {type: 'list', items: items, origin: origin};")
    static native JSObject list(JSObject items, JSObject origin);

    @JSBody(params = {"value", "quoted", "origin"},
            script = "return {type: 'string', value: value, quoted: quoted, origin: origin};")
    static native JSObject string(String value, boolean quoted, JSObject origin);

    @JSBody(params = {"value", "text", "written", "origin"},
            script = "return {type: 'number', value: value, text: text, written: written, origin: origin};")
    static native JSObject number(double value, String text, String written, JSObject origin);

    @JSBody(params = {"value", "origin"}, script = "return {type: 'boolean', value: value, origin: origin};")
    static native JSObject bool(boolean value, JSObject origin);

    @JSBody(params = "origin", script = "return {type: 'null', origin: origin};")
    static native JSObject nil(JSObject origin);

    @JSBody(params = {"name", "text", "origin"},
            script = "return {type: 'reference', name: name, text: text, origin: origin};")
    static native JSObject reference(String name, String text, JSObject origin);

    @JSBody(params = "root", script = "return {ok: true, root: root};")
    static native JSObject read(JSObject root);

    @JSBody(params = {"kind", "message", "origin"},
            script = "return {ok: false, error: {kind: kind, message: message, file: origin.file, line: origin.line}};")
    static native JSObject failed(String kind, String message, JSObject origin);
}
