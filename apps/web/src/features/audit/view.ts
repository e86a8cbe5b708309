import { auditListInput, auditSearchInput } from "@lilink/contract";
import { formatNumber, type Locale, type Messages, readerHalf, recordWords } from "@lilink/i18n";
import { findRegister, registerNames } from "@lilink/model/register";
import type { SelectOption } from "@lilink/ui";

type Query = Readonly<Record<string, string | string[] | undefined>>;
const names = ["action", "person", "organization", "from", "to", "cursor"] as const;
export type EntryFilters = Partial<Record<(typeof names)[number], string>>;

/** The filters of an address; one that is no filter is left out, so that a typing slip shows more and not an error. */
export function readFilters(query: Query): EntryFilters {
  const schema = auditListInput.extend(auditSearchInput.shape).shape;
  const filters: EntryFilters = {};
  for (const name of names) {
    const value = query[name];
    if (typeof value === "string" && value !== "" && schema[name].safeParse(value).success)
      filters[name] = value;
  }
  return filters;
}

type Words = Readonly<Partial<Record<string, string>>>;

// Said in somebody's own words, or a name: never a word of ours, whatever it spells.
const spoken: ReadonlySet<string> = new Set([
  "reason",
  "text",
  "name",
  "criteria",
  "issuer",
  "host",
  "posting",
  "seat",
]);

/** A value of a detail in words, or undefined where it is a name, a number or somebody's own words. */
type Say = (name: string, value: string) => string | undefined;
const silent: Say = () => undefined;

/** What an entry adds to its act, in one line, named in words. What is empty is left out. */
export function detailText(
  detail: Readonly<Record<string, unknown>>,
  words: Words = {},
  say: Say = silent,
  locale: Locale = "en",
): string {
  const [colon, comma] = locale === "en" ? [": ", ", "] : ["：", "，"];
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => `${words[name] ?? name}${colon}${valueText(name, value, words, say)}`)
    .join(comma);
}

/** Values in words: a step or a state in those of what was acted on, other words of the platform as the log has them. */
export function valueWords(
  action: string,
  { audit, machine }: Pick<Messages, "audit" | "machine">,
  locale: Locale,
): Say {
  const [noun = ""] = action.split(".");
  const register = findRegister(noun);
  const record = register && recordWords(register.name, locale);
  const steps: Readonly<Record<string, Words | undefined>> = machine.step;
  const own = steps[noun.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] ?? {};
  const common: Words = audit.value;
  return (name, value) => {
    if (spoken.has(name)) return readerHalf(value, locale);
    if (name === "amount") return formatNumber(value, locale);
    if (record && (name === "step" || name === "state")) return record[name](value);
    return (name === "step" ? own[value] : undefined) ?? common[value];
  };
}

/** The details with the title of a posting and the name of a seat in place of their ids, where they may be read. */
export function namedDetail(row: {
  readonly detail: Readonly<Record<string, unknown>>;
  readonly postingTitle?: string | null;
  readonly seat?: { readonly titleZh: string | null; readonly titleEn: string | null } | null;
}): Readonly<Record<string, unknown>> {
  const { detail, postingTitle, seat } = row;
  return {
    ...detail,
    ...(postingTitle ? { posting: postingTitle } : {}),
    ...(seat ? { seat: [seat.titleZh, seat.titleEn].filter(Boolean).join(" / ") } : {}),
  };
}

/** The details without hashes and random ids, which say nothing to a reader; the file of the log keeps them. */
export const withoutIds = (detail: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(detail).filter(([name, value]) => spoken.has(name) || !isBareId(value)));

const isBareId = (value: unknown): boolean =>
  typeof value === "string" && (/^[0-9a-f]{40,}$/.test(value) || isRandomId(value));

/** Twelve signs in which capitals and small letters are mixed, as no code of a battery is. */
const isRandomId = (value: string): boolean =>
  /^[0-9A-Za-z_-]{12}$/.test(value) && /[a-z].*[A-Z]|[A-Z].*[A-Z].*[a-z]/.test(value);

function valueText(name: string, value: unknown, words: Words, say: Say): string {
  if (typeof value === "boolean") return words[value ? "yes" : "no"] ?? String(value);
  if (Array.isArray(value)) return value.map((one) => valueText(name, one, words, say)).join(" + ");
  return typeof value === "string" ? (say(name, value) ?? value) : JSON.stringify(value);
}

type Acts = Messages["act"];

/** An act in words. The log is for ever: one that the product no longer has stays with its name. */
export function toActText(acts: Acts, action: string): string {
  const [noun = "", verb = ""] = action.split(".");
  const register = findRegister(noun);
  const verbs: Readonly<Record<string, string>> | undefined =
    acts[(register ? "record" : noun) as keyof Acts];
  return verbs?.[verb] ?? action;
}

/**
 * The acts to choose from, of those that were done where these are known: under all that is done to one kind of thing, each act. Records of a register are acted on under
 * the name of their register. An act that only the address has stands last.
 */
export function toActOptions(
  acts: Acts,
  locale: Locale,
  chosen = "",
  done?: readonly string[],
): readonly SelectOption[] {
  const nouns = new Map<string, { readonly all: string; readonly verbs: Words }>();
  for (const [noun, { all, ...verbs }] of Object.entries(acts)) nouns.set(noun, { all, verbs });
  const { all: _all, ...verbs } = acts.record;
  for (const action of [...(done ?? registerNames), chosen]) {
    const register = findRegister(action.split(".")[0] ?? "");
    if (register) nouns.set(register.name, { all: recordWords(register.name, locale).title, verbs });
  }
  const isDone = (noun: string) => !done || done.some((act) => act.startsWith(`${noun}.`));
  const options = [...nouns].flatMap(([noun, { all, verbs }]) => [
    ...(isDone(noun) ? [{ value: `${noun}.`, label: all }] : []),
    ...Object.entries(verbs)
      .filter(([verb]) => !done || done.includes(`${noun}.${verb}`))
      .map(([verb, label]) => ({ value: `${noun}.${verb}`, label: `\u2003${label}` })),
  ]);
  const isListed = chosen === "" || options.some(({ value }) => value === chosen);
  return isListed ? options : [...options, { value: chosen, label: chosen }];
}
