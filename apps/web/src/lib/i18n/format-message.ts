import { type MessagePart, parseMessage } from "./parse-message.ts";

type Chunks = readonly unknown[];
type Values = Readonly<Record<string, unknown>>;
type Spoken = { readonly locale: string; readonly values: Values; readonly count?: number };

/** Texts come from the catalog alone, so that there are finitely many. */
const parsed = new Map<string, readonly MessagePart[]>();
const numbers = new Map<string, Intl.NumberFormat>();
const rules = new Map<string, Intl.PluralRules>();

/**
 * Stands in for `use-intl/format-message`, whose parser for all that ICU knows is 12 kB of the script of every page and
 * reads a text again for each page that shows it. This one knows what our catalog says, and a test holds each text to the library.
 */
export default function formatMessage(
  _key: string,
  text: unknown,
  values: Values | undefined,
  { locale }: { readonly locale: string },
): unknown {
  if (typeof text !== "string") throw new Error("not a text");
  if (!values && !/'[{}<#|']/.test(text)) return text;
  const parts = parsed.get(text) ?? parseMessage(text);
  parsed.set(text, parts);
  const said = say(parts, { locale, values: values ?? {} });
  return said.length > 1 ? said : (said[0] ?? "");
}

/** Texts arrive as they were written, not compiled beforehand. */
formatMessage.raw = true;

/** Words that follow each other are one; what a page puts in stands between them. */
function say(parts: readonly MessagePart[], spoken: Spoken): Chunks {
  const said: unknown[] = [];
  for (const chunk of parts.flatMap((part) => sayPart(part, spoken))) {
    const last = said.at(-1);
    if (typeof chunk === "string" && typeof last === "string") said[said.length - 1] = last + chunk;
    else said.push(chunk);
  }
  return said;
}

function sayPart(part: MessagePart, spoken: Spoken): Chunks {
  const { locale, values, count = 0 } = spoken;
  if (typeof part === "string") return [part];
  if (part.kind === "count") return [numberIn(locale).format(count)];
  const { name } = part;
  if (!(name in values)) throw new Error(`no value for ${name}`);
  const value = values[name];
  if (part.kind === "number") return [numberIn(locale).format(value as number)];
  if (part.kind === "value")
    return [typeof value === "number" || typeof value === "bigint" ? String(value) : value || ""];
  if (part.kind === "tag") {
    if (typeof value !== "function") throw new Error(`no element for ${name}`);
    const made: unknown = value(say(part.inside, spoken));
    return Array.isArray(made) ? made : [made];
  }
  const { cases } = part;
  if (part.kind === "select") return say(caseOf(cases, String(value)), spoken);
  const amount = Number(value);
  const exact = cases[`=${amount}`];
  const own = exact ?? caseOf(cases, ruleIn(locale, part.kind).select(amount));
  return say(own, { ...spoken, count: amount });
}

function caseOf(cases: Readonly<Record<string, readonly MessagePart[]>>, name: string) {
  const found = cases[name] ?? cases.other;
  if (!found) throw new Error(`no case for ${name}`);
  return found;
}

function numberIn(locale: string): Intl.NumberFormat {
  const known = numbers.get(locale) ?? new Intl.NumberFormat(locale);
  numbers.set(locale, known);
  return known;
}

function ruleIn(locale: string, kind: "plural" | "selectordinal"): Intl.PluralRules {
  const name = `${locale} ${kind}`;
  const type = kind === "plural" ? "cardinal" : "ordinal";
  const known = rules.get(name) ?? new Intl.PluralRules(locale, { type });
  rules.set(name, known);
  return known;
}
