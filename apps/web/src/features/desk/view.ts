import { formatPeriod, type Locale, readerHalf, recordWords } from "@lilink/i18n";
import { findRegister } from "@lilink/model/register";
import type { DeskItem } from "./queries.ts";

/** What is to be done with a record, in the words of its register. */
export function dutyWords({ register, kind }: NonNullable<DeskItem["duty"]>, locale: Locale): string {
  const known = findRegister(register);
  if (!known) return "";
  const words = recordWords(known.name, locale);
  return `${words.duty(kind)} · ${words.title}`;
}

/** The title in the language of the page, where it has one. */
export function titleOf(
  { title, titleEn, form }: Pick<DeskItem, "title" | "titleEn" | "form">,
  locale: Locale,
): string | null {
  // A return is called by its period alone.
  if (form && title !== null) return formatPeriod(title, locale);
  const own = locale === "en" ? (titleEn ?? title) : title;
  return own === null ? null : readerHalf(own, locale);
}

/** One row of the desk: an item, with the others of the same duty that are folded into it. */
export type DeskRow = {
  readonly item: DeskItem;
  readonly folded: readonly DeskItem[];
  readonly count: number;
};

/** Kinds of which one is like the next: many of them are one row. */
const alike: ReadonlySet<DeskItem["kind"]> = new Set([
  "duty",
  "matches",
  "draft",
  "expiring",
  "relay",
  "decision",
]);
const fewest = 3;

/** Where all items of a folded row stand together; of the others the row leads to the one due first. */
const together: Readonly<Partial<Record<DeskItem["kind"], string>>> = {
  matches: "/postings/own",
  draft: "/postings/own?state=draft",
  expiring: "/postings/own",
};

export const pathOf = ({ item, folded }: Pick<DeskRow, "item" | "folded">): string =>
  folded.length > 0 ? (together[item.kind] ?? item.path) : item.path;

/** Folds three or more items of one duty into the row of the first, which is the one due first. [DK1] */
export function foldItems(items: readonly DeskItem[]): readonly DeskRow[] {
  const keyOf = ({ kind, duty }: DeskItem) => `${kind} ${duty?.register ?? ""} ${duty?.kind ?? ""}`;
  return items.flatMap((item): DeskRow[] => {
    const group = alike.has(item.kind) ? items.filter((one) => keyOf(one) === keyOf(item)) : [];
    if (group.length < fewest) return [{ item, folded: [], count: item.count }];
    if (group[0] !== item) return [];
    return [{ item, folded: group, count: group.reduce((sum, one) => sum + one.count, 0) }];
  });
}
