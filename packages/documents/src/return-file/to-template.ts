import { createTranslator, type Locale } from "@lilink/i18n";
import { figureKey } from "@lilink/model/return";
import { foldName, headingOf, metaSheetName, toMetaRows } from "@lilink/model/return/file";
import type { Cell, Sheet } from "../workbook/sheet.ts";
import { labelUnit, listChoices } from "./list-choices.ts";
import type { Asked, Figure, Row, TemplateReturn, Words } from "./template-return.ts";

/** Up to so many combinations of codes are all written down; above, some rows are left to choose in. */
const mostCombinations = 12;
const openRows = 6;
const freeRows = 200;
const input = (value: string | null): Cell => ({ value, look: "input" });

/**
 * The workbook of a return: what is asked with what stands already, lists for whatever is chosen, instructions in both languages,
 * and on a hidden sheet for which return it was made. Everything but the places to fill in is locked. [FI3]
 * @param about one line that says whose return it is, first of the instructions
 */
export function toTemplate(
  of: TemplateReturn,
  about: Readonly<Record<Locale, string>>,
  locale: Locale,
): readonly Sheet[] {
  const word = (words: Words) => (locale === "en" ? words.en : words.zh);
  const t = createTranslator(locale, "file.template");
  const codes = new Map(of.dimensions.map(({ id, codes: list }) => [id, labelCodes(list, word)]));
  const ids = ["component", "name", "site", ...codes.keys(), "unit", "value", "revision"];
  const rows = listRows(of, codes, word, locale);
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
      rows: rows.map(({ cells }) => cells),
      choices: listChoices(
        of,
        rows,
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

function listRows(
  of: TemplateReturn,
  codes: Codes,
  word: (words: Words) => string,
  locale: Locale,
): readonly Row[] {
  const toRow = (
    component: Asked,
    { site, place, raw, unit, revision }: Omit<Figure, "component">,
    open = false,
  ): Row => ({
    component,
    open,
    cells: [
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
    ],
  });
  const rows = of.components.flatMap((component) => {
    const standing = of.figures.filter((figure) => figure.component === component.code && figure.raw !== "");
    const taken = new Set(standing.map((figure) => figureKey({ ...figure, site: "" })));
    const all = combine(component.dimensions.map((id) => [...(codes.get(id)?.keys() ?? [])]));
    const blank = { site: "", raw: "", unit: "", revision: 0 };
    const listed = (all ?? []).filter(
      (place) => !taken.has(figureKey({ component: component.code, site: "", place })),
    );
    return [
      ...standing.map((figure) => toRow(component, figure)),
      ...listed.map((place) => toRow(component, { ...blank, place })),
      ...(all ? [] : Array.from({ length: openRows }, () => toRow(component, { ...blank, place: [] }, true))),
    ];
  });
  const free = ["", ...Array.from({ length: codes.size + 4 }, () => input(null)), null];
  return [
    ...rows,
    ...Array.from({ length: freeRows }, (): Row => ({ component: null, open: true, cells: free })),
  ];
}

/** Every combination, or null where there are too many to write down. */
function combine(lists: readonly (readonly string[])[]): readonly (readonly string[])[] | null {
  if (lists.reduce((product, list) => product * list.length, 1) > mostCombinations) return null;
  return lists.reduce<readonly (readonly string[])[]>(
    (places, list) => places.flatMap((place) => list.map((code) => [...place, code])),
    [[]],
  );
}
