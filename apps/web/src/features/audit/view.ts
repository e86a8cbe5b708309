import { auditListInput, auditSearchInput } from "@lilink/contract";
import type { Messages } from "@lilink/i18n";
import { findRegister } from "@lilink/model/register";
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
]);

/** What an entry adds to its act, in one line, named in words. */
export function detailText(
  detail: Readonly<Record<string, unknown>>,
  words: Words = {},
  values: Words = {},
): string {
  return Object.entries(detail)
    .map(([name, value]) => {
      const known = spoken.has(name) || typeof value !== "string" ? undefined : values[value];
      return `${words[name] ?? name}: ${known ?? valueText(value, words)}`;
    })
    .join(", ");
}

/** The details with the title of a posting in place of its id, where it may be read. */
export function namedDetail(row: {
  readonly detail: Readonly<Record<string, unknown>>;
  readonly postingTitle?: string | null;
}): Readonly<Record<string, unknown>> {
  return row.postingTitle ? { ...row.detail, posting: row.postingTitle } : row.detail;
}

function valueText(value: unknown, words: Words): string {
  if (typeof value === "boolean") return words[value ? "yes" : "no"] ?? String(value);
  return typeof value === "string" ? value : JSON.stringify(value);
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

/** The acts to choose from, of those that were done where these are known: under all that is done to one kind of thing, each act. One that only the address has stands last. */
export function toActOptions(acts: Acts, chosen = "", done?: readonly string[]): readonly SelectOption[] {
  const isDone = (noun: string) => !done || done.some((act) => act.startsWith(`${noun}.`));
  const options = Object.entries(acts).flatMap(([noun, { all, ...verbs }]) => [
    ...(isDone(noun) ? [{ value: `${noun}.`, label: all }] : []),
    ...Object.entries(verbs)
      .filter(([verb]) => !done || done.includes(`${noun}.${verb}`))
      .map(([verb, label]) => ({ value: `${noun}.${verb}`, label: `\u2003${label}` })),
  ]);
  const isListed = chosen === "" || options.some(({ value }) => value === chosen);
  return isListed ? options : [...options, { value: chosen, label: chosen }];
}
