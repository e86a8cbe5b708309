const cbv = "https://ref.gs1.org/cbv/";
const bare = /^[A-Za-z][A-Za-z0-9_]*$/;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The words of CBV that an event uses short, each with its URI. The reference takes a word by its field and then writes the
 * URI wherever the same text stands in the document. [TR31]
 */
export function collectTerms(events: readonly Json[], gs1: string): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  const add = (value: Json | undefined, prefix: string) => {
    if (typeof value !== "string" || !bare.test(value)) return;
    found.set(value, (found.get(value) ?? new Set()).add(`${prefix}${value}`));
  };
  const each = (value: Json | undefined, visit: (one: JsonObject) => void) => {
    for (const one of Array.isArray(value) ? value : []) if (isObject(one)) visit(one);
  };
  for (const event of events.filter(isObject)) {
    add(event.bizStep, `${cbv}BizStep-`);
    add(event.disposition, `${cbv}Disp-`);
    const persistent = event.persistentDisposition;
    if (isObject(persistent))
      for (const list of [persistent.set, persistent.unset])
        for (const one of Array.isArray(list) ? list : []) add(one, `${cbv}Disp-`);
    each(event.bizTransactionList, ({ type }) => add(type, `${cbv}BTT-`));
    for (const list of [event.sourceList, event.destinationList])
      each(list, ({ type }) => add(type, `${cbv}SDT-`));
    each(event.sensorElementList, ({ sensorReport }) =>
      each(sensorReport, ({ type, exception, component }) => {
        add(type, gs1);
        add(exception, gs1);
        add(component, `${cbv}Comp-`);
      }),
    );
  }
  return new Map(
    [...found].flatMap(([word, uris]) =>
      [...uris].slice(0, uris.size === 1 ? 1 : 0).map((uri) => [word, uri]),
    ),
  );
}

const oldNames: readonly (readonly [string, string])[] = [
  ["urn:epcglobal:cbv:bizstep:", `${cbv}BizStep-`],
  ["urn:epcglobal:cbv:disp:", `${cbv}Disp-`],
  ["urn:epcglobal:cbv:btt:", `${cbv}BTT-`],
  ["urn:epcglobal:cbv:sdt:", `${cbv}SDT-`],
  ["urn:epcglobal:cbv:er:", `${cbv}ER-`],
];

/** A word of CBV, whether it stands short, as a web address or as an old name. */
export function shortWord(text: string): string {
  return modernize(text)
    .replace(/^.*\/[A-Za-z]+-/, "")
    .replace(/^cbv:[A-Za-z]+-/, "");
}

/** CBV 1 wrote URNs where CBV 2 has web addresses. */
export function modernize(text: string): string {
  return oldNames.reduce((known, [old, uri]) => known.replaceAll(old, uri), text);
}
