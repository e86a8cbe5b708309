import { loadMessages, locales } from "@lilink/i18n";
import { IntlMessageFormat } from "intl-messageformat";
import { expect, it } from "vitest";
import formatMessage from "./format-message.ts";

type Tree = { readonly [key: string]: string | Tree };

const texts = (tree: Tree): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === "string" ? value : texts(value)));

/** A value for every name in braces, at whatever depth, and a function for each element. */
function valuesOf(text: string, value: unknown) {
  const names = [...text.matchAll(/\{\s*([A-Za-z]\w*)\s*[,}]/g)].map((match) => [match[1], value]);
  const elements = [...text.matchAll(/<(\w+)>/g)].map((match) => [
    match[1],
    (inside: unknown) => ({ element: match[1], inside }),
  ]);
  return Object.fromEntries([...names, ...elements]);
}

/** What a text can be told apart by: numbers of every plural, and the names of its own cases. */
const valuesFor = (text: string) => [
  ...[0, 1, 2, 3, 11, 1201, 3.5, -1, "none"],
  ...[...text.matchAll(/(\w+)\s*\{/g)].map((match) => match[1]),
];

function expectAlike(text: string, given: readonly Record<string, unknown>[], locale: string) {
  const format = new IntlMessageFormat(text, locale);
  for (const values of given)
    expect(formatMessage("k", text, values, { locale })).toEqual(format.format(values as never));
}

it.each(locales)("writes every text of %s as the library does", (locale) => {
  for (const text of texts(loadMessages(locale)))
    expectAlike(
      text,
      valuesFor(text).map((value) => valuesOf(text, value)),
      locale,
    );
});

it.each([
  ["{a}{c} <i>{n, plural, =1 {# <b>x</b>} other {#: {a}}}</i>", 1],
  ["it's {n, number}, ''{a}'' and '{a}' as '<b>' {c}", 12345.678],
  ["{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}", 22],
  ["{n, select, yes {Y} other {N {c}}}", "no"],
])("writes %s as the library does, elements and quotes included", (text, n) => {
  const values = {
    ...{ n, a: "", c: { drawn: true } },
    b: () => "B",
    i: (inside: unknown) => ["in", inside],
  };
  for (const locale of locales) expectAlike(text, [values], locale);
});

it("refuses what it does not know, a value that is missing and a case that nobody wrote", () => {
  for (const text of ["{d, date, short}", "{n, plural, one {#}}", "{n", "a}", "<b>x", "{missing}"])
    expect(() => formatMessage("k", text, { n: 5, d: 0, b: String }, { locale: "en" })).toThrow();
});

it("gives a text without values as it stands, and no text as a fault", () => {
  expect(formatMessage("k", "锂 {name}", undefined, { locale: "zh-CN" })).toBe("锂 {name}");
  expect(formatMessage("k", "it''s", undefined, { locale: "en" })).toBe("it's");
  expect(() => formatMessage("k", {}, undefined, { locale: "en" })).toThrow();
});
