import type { DefinitionContent } from "./definition.ts";

/** One thing that differs: where, as a dotted path with codes ("measures.rate.expression"), and its texts; null where it is absent. */
export type DefinitionChange = {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
};

/**
 * What differs between two versions, part by part; the order of a list whose entries have codes is no difference. [DF8]
 * @example diffDefinitions(one, two) // [{ path: "range", before: "0, 100", after: "0, 105" }]
 */
export function diffDefinitions(
  before: DefinitionContent,
  after: DefinitionContent,
): readonly DefinitionChange[] {
  const [old, next] = [flatten(before), flatten(after)];
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((path) => {
    const [was, is] = [old.get(path) ?? null, next.get(path) ?? null];
    return was === is ? [] : [{ path, before: was, after: is }];
  });
}

const versionFields = ["indicator", "version", "fromPeriod"];

function flatten(definition: DefinitionContent): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const walk = (path: string, value: unknown): void => {
    if (value === null || typeof value !== "object") texts.set(path, String(value));
    else if (!Array.isArray(value))
      for (const [field, inner] of Object.entries(value))
        walk(path === "" ? field : `${path}.${field}`, inner);
    else if (value.length > 0 && value.every(hasCode))
      for (const { code, ...rest } of value) walk(`${path}.${code}`, rest);
    else texts.set(path, value.map((one) => (Array.isArray(one) ? `[${one.join(", ")}]` : one)).join(", "));
  };
  walk(
    "",
    Object.fromEntries(Object.entries(definition).filter(([field]) => !versionFields.includes(field))),
  );
  return texts;
}

function hasCode(value: unknown): value is { readonly code: string } {
  return typeof value === "object" && value !== null && "code" in value;
}
