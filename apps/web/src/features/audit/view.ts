import { auditListInput, auditSearchInput } from "@lilink/contract";

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

/** What an entry adds to its act, in one line. */
export function detailText(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");
}
