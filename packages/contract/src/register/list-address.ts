import type { Register } from "@lilink/model/register";
import { toListSchema } from "./register-schema.ts";

export type ListAddress = Readonly<Record<string, string | readonly string[] | undefined>>;
export type ListQuery = Readonly<Record<string, string | readonly string[]>>;

/** What an address asks of a list, each facet as a list; a part that it garbles is left out. */
export function readListAddress(register: Register, address: ListAddress): ListQuery {
  const { shape } = toListSchema(register).omit({ limit: true, counts: true, ids: true, lang: true });
  const asked: Record<string, string | readonly string[]> = {};
  for (const [name, given] of Object.entries(address)) {
    const schema = Object.hasOwn(shape, name) ? shape[name as "q"] : undefined;
    if (!schema || given === undefined || given === "") continue;
    const value = register.facets.includes(name) ? [given].flat() : given;
    if (schema.safeParse(value).success) asked[name] = value;
  }
  return asked;
}

/** What only the look of a list depends on: its columns and the substance in which lithium is counted. */
const looks = ["columns", "unit"] as const;

/**
 * The address of a view: filters, order and columns in one fixed order, so that equal views have equal addresses. The page of the
 * list and the record beside it are no part of a view.
 * @example toListAddress(standard, "stage=draft&cursor=x&q=mass") // "q=mass&stage=draft"
 */
export function toListAddress(register: Register, query: string): string {
  const given = new URLSearchParams(query);
  const address = Object.fromEntries([...new Set(given.keys())].map((name) => [name, given.getAll(name)]));
  const single = Object.entries(address).map(([name, values]) => [
    name,
    values.length === 1 ? values[0] : values,
  ]);
  const { cursor: _page, ...asked } = readListAddress(register, Object.fromEntries(single));
  const view = new URLSearchParams();
  for (const name of Object.keys(asked).toSorted())
    for (const value of [asked[name] ?? []].flat().toSorted()) view.append(name, value);
  for (const name of looks) {
    const [value] = address[name] ?? [];
    if (value && /^[A-Za-z0-9.]{1,600}$/.test(value)) view.set(name, value);
  }
  return view.toString();
}
