import { createTranslator, type Locale } from "@lilink/i18n";
import { figureKey } from "@lilink/model/return";
import { foldName, headingOf, metaSheetName, toMetaRows } from "@lilink/model/return/file";
import type { Cell, Sheet } from "../workbook/sheet.ts";
import { labelUnit, listChoices } from "./list-choices.ts";
import type { Asked, Block, Figure, FiguresOf, TemplateReturn, Words } from "./template-return.ts";

/** Up to so many combinations of codes are all written down; above, some rows are left to choose in. */
const mostCombinations = 12;
const openRows = 6;
const freeRows = 200;
const input = (value: string | null): Cell => ({ value, look: "input" });

/**
 * The workbook of a return: what is asked with what stands already, lists for whatever is chosen, instructions in both languages,
 * and on a hidden sheet for which return it was made. Everything but the places to fill in is locked. [FI3]
 * @param figuresOf asked for one component after the other while the sheet is written, so that memory does not grow with them
 * @param about one line that says whose return it is, first of the instructions
 */
export function toTemplate(
  of: TemplateReturn,
  figuresOf: FiguresOf,
  about: Readonly<Record<Locale, string>>,
  locale: Locale,
): readonly Sheet[] {
  const word = (words: Words) => (locale === "en" ? words.en : words.zh);
  const t = createTranslator(locale, "file.template");
  const codes = new Map(of.dimensions.map(({ id, codes: list }) => [id, labelCodes(list, word)]));
  const ids = ["component", "name", "site", ...codes.keys(), "unit", "value", "revision"];
  const parts = of.components.map((component) => toPart(of, component, codes));
  const blocks = [...parts.flatMap(toBlocks), { component: null, open: true, rows: freeRows }];
  const refusal = { title: t("listTitle"), text: t("listText") };
  return [
    {
      name: t("sheet"),
      locked: true,
      columns: ids.map((id) => ({
        header: word(headingOf(id)),
        // What was typed may be no number; then it is a text, and shows as it was typed.
        kind: id === "value" ? ("decimal" as const) : ("text" as const),
        width: id === "name" ? 44 : 20,
        hidden: id === "component" || id === "revision",
        wrap: id === "name",
      })),
      rows: listRows(parts, figuresOf, codes, word, locale),
      choices: listChoices(
        of,
        blocks,
        [...codes.values()].map((labels) => [...labels.values()]),
        word,
        locale,
      ).map((choice) => ({ ...choice, refusal })),
    },
    ...(["zh-CN", "en"] as const).map((language) => toNotes(language, about[language])),
    {
      name: metaSheetName,
      hidden: true,
      locked: true,
      columns: [0, 1].map(() => ({ header: "", kind: "text" as const })),
      rows: toMetaRows(of),
    },
  ];
}

function toNotes(locale: Locale, about: string): Sheet {
  const t = createTranslator(locale, "file.template");
  const lines = (["fill", "unit", "more", "formula", "whole", "newer"] as const).map((key) =>
    t(`lines.${key}`),
  );
  return {
    name: t("notes"),
    locked: true,
    columns: [{ header: about, kind: "text", width: 100, wrap: true }],
    rows: lines.map((line) => [line]),
  };
}

/** The label of each code: its name, or the code where two names read alike. */
function labelCodes(
  codes: TemplateReturn["dimensions"][number]["codes"],
  word: (words: Words) => string,
): ReadonlyMap<string, string> {
  const count = new Map<string, number>();
  for (const { name } of codes) count.set(foldName(word(name)), (count.get(foldName(word(name))) ?? 0) + 1);
  return new Map(
    codes.map(({ code, name }) => [code, count.get(foldName(word(name))) === 1 ? word(name) : code]),
  );
}

type Codes = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What the template holds of a component: what stands, the places that are written down, or rows to choose them in. */
type Part = {
  readonly component: Asked;
  readonly stored: number;
  readonly listed: readonly (readonly string[])[];
  readonly open: number;
};

function toPart(of: TemplateReturn, component: Asked, codes: Codes): Part {
  const stored = of.stored.filter((one) => one.component === component.code);
  const taken = new Set(stored.map(({ place }) => placeKey(place)));
  const all = combine(component.dimensions.map((id) => [...(codes.get(id)?.keys() ?? [])]));
  return {
    component,
    stored: stored.reduce((sum, { figures }) => sum + figures, 0),
    listed: (all ?? []).filter((place) => !taken.has(placeKey(place))),
    open: all ? 0 : openRows,
  };
}

const placeKey = (place: readonly string[]) => figureKey({ component: "", site: "", place });

function toBlocks({ component, stored, listed, open }: Part): readonly Block[] {
  return [
    { component, open: false, rows: stored + listed.length },
    { component, open: true, rows: open },
  ];
}

async function* listRows(
  parts: readonly Part[],
  figuresOf: FiguresOf,
  codes: Codes,
  word: (words: Words) => string,
  locale: Locale,
): AsyncGenerator<readonly Cell[]> {
  const toRow = (
    component: Asked,
    { site, place, raw, unit, revision }: Omit<Figure, "component">,
    open = false,
  ): readonly Cell[] => [
    component.code,
    word(component.name),
    input(site),
    ...[...codes].map(([id, labels]): Cell => {
      const at = component.dimensions.indexOf(id);
      if (at === -1) return null;
      return open ? input(null) : (labels.get(place[at] ?? "") ?? null);
    }),
    input(labelUnit(unit || (component.units[0] ?? ""), locale)),
    input(raw),
    revision === 0 ? null : String(revision),
  ];
  const blank = { site: "", raw: "", unit: "", revision: 0 };
  for (const { component, listed, open } of parts) {
    for await (const figure of figuresOf(component.code)) yield toRow(component, figure);
    for (const place of listed) yield toRow(component, { ...blank, place });
    for (let row = 0; row < open; row += 1) yield toRow(component, { ...blank, place: [] }, true);
  }
  const free = ["", ...Array.from({ length: codes.size + 4 }, () => input(null)), null];
  for (let row = 0; row < freeRows; row += 1) yield free;
}

/** Every combination, or null where there are too many to write down. */
function combine(lists: readonly (readonly string[])[]): readonly (readonly string[])[] | null {
  if (lists.reduce((product, list) => product * list.length, 1) > mostCombinations) return null;
  return lists.reduce<readonly (readonly string[])[]>(
    (places, list) => places.flatMap((place) => list.map((code) => [...place, code])),
    [[]],
  );
}
