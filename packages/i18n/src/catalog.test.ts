import { errorCodes, fieldRules } from "@lilink/model/error";
import { describe, expect, it } from "vitest";
import { catalog, namespaces } from "./catalog.ts";
import { loadMessages } from "./load-messages.ts";

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${prefix}.${key}`, value] as [string, string]]
      : flatten(value, `${prefix}.${key}`),
  );
}

/** The argument names at every depth; a one-word plural branch ("one {row}") is not a name. */
function placeholdersOf(text: string): string[] {
  const names = [
    ...text.matchAll(/(?<!(?:=\d+|\b(?:zero|one|two|few|many|other))\s*)\{\s*([A-Za-z][A-Za-z0-9]*)\s*[,}]/g),
  ].map((match) => match[1] ?? "");
  return [...new Set(names)].sort();
}

describe.each([...namespaces])("namespace %s", (name) => {
  const zh = new Map(flatten(catalog["zh-CN"][name], name));
  const en = new Map(flatten(catalog.en[name], name));

  it("has the same keys in both languages", () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  });

  it("has no empty text", () => {
    const empty = [...zh, ...en].filter(([, text]) => text.trim() === "").map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it("writes percent as figures do, without a space", () => {
    const spaced = [...zh, ...en].filter(([, text]) => /[0-9}]\s%/.test(text)).map(([key]) => key);
    expect(spaced).toEqual([]);
  });

  it("has the same placeholders in both languages", () => {
    const differing = [...zh].filter(
      ([key, text]) => placeholdersOf(text).join() !== placeholdersOf(en.get(key) ?? "").join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });
});

describe("error texts", () => {
  it.each(["zh-CN", "en"] as const)("has a text for every code and rule in %s", (locale) => {
    const { error } = loadMessages(locale, ["error"]);
    const { rule, ...codes } = error;
    expect(Object.keys(codes).sort()).toEqual([...errorCodes].sort());
    expect(Object.keys(rule).sort()).toEqual([...fieldRules].sort());
  });

  it("names the field in every rule", () => {
    const nameless = flatten(catalog.en.error.rule, "rule").filter(([, text]) => !text.includes("{field}"));
    expect(nameless).toEqual([]);
  });
});
