import { loadMessages, locales } from "@lilink/i18n";
import { createTranslator } from "use-intl/core";
import { expect, it } from "vitest";
import formatMessage from "./format-message.ts";

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

/** A value for every name in braces, at whatever depth. */
function valuesOf(text: string, value: string | number) {
  const names = [...text.matchAll(/\{\s*([A-Za-z]\w*)\s*[,}]/g)].map((match) => match[1] ?? "");
  return Object.fromEntries(names.map((name) => [name, value]));
}

it.each(locales)("writes every text of %s as the library does, at the first time and again", (locale) => {
  const messages: Tree = loadMessages(locale);
  const written = createTranslator({ locale, messages, timeZone: "Asia/Shanghai" });
  for (const [key, text] of flatten(messages)) {
    if (text.includes("<")) continue;
    for (const value of [2, 1201]) {
      const values = valuesOf(text, value);
      const expected = written(key as never, values as never);
      expect(formatMessage(key, text, values, { locale })).toBe(expected);
      expect(formatMessage(key, text, values, { locale })).toBe(expected);
    }
  }
});

it("gives a text without values as it stands, and no text as a fault", () => {
  expect(formatMessage("k", "锂 {name}", undefined, { locale: "zh-CN" })).toBe("锂 {name}");
  expect(formatMessage("k", "it''s", undefined, { locale: "en" })).toBe("it's");
  expect(() => formatMessage("k", {}, undefined, { locale: "en" })).toThrow();
});
