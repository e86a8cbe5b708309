import { parseUnit } from "../../chain/convert-unit.ts";
import type { TableRow } from "../../file/rule.ts";
import type { Component } from "../../goals/definition/definition.ts";
import { findFigureDimension, listLeaves } from "../../goals/definition/dimension.ts";
import { checkReturn } from "../check-return.ts";
import type { FigurePlace } from "../place.ts";
import { readFigure } from "../read-figure.ts";
import { type FileHeading, foldName } from "./file-column.ts";
import type { RowFault, RowFaultRule } from "./file-rule.ts";

/** A figure of a file, read; `revision` is that of the template that it was typed into, null where the file has none. */
export type FileFigure = FigurePlace & {
  readonly raw: string;
  readonly unit: string;
  readonly value: string;
  readonly revision: number | null;
};

export type FileRow = { readonly figure: FileFigure } | { readonly faults: readonly RowFault[] } | null;

const longestSite = 80;
const longestUnit = 40;
const longestRaw = 80;

/** Reads the rows of one file: what is asked, found once. */
export type RowReader = (row: Pick<TableRow, "cells" | "faults">) => FileRow;

/**
 * A reader of rows for a sheet of a return. A row without a value says nothing and is passed over (null), whatever else it
 * holds; every other row is one figure or names all its faults. Figures are read as the form reads them, and checked
 * as each would be by itself. Codes may be given as code or as name in either language. [RT12]
 * @example createRowReader(components, heading)({ cells: ["lithium_salt_output", "1200"], faults: [] })
 */
export function createRowReader(components: readonly Component[], heading: FileHeading): RowReader {
  const byName = nameComponents(components);
  const codes = new Map(
    components.flatMap(({ dimensions }) => dimensions.map((id) => [id, nameCodes(id)] as const)),
  );
  const dimensions = [...codes.keys()];
  return ({ cells, faults: cellFaults }) => {
    const at = (id: string) => heading.get(id) ?? -1;
    const cell = (id: string) => (cells[at(id)] ?? "").trim();
    const concerned = cellFaults.filter(({ column }) => [...heading.values()].includes(column));
    if (cell("value") === "" && !concerned.some(({ column }) => column === at("value"))) return null;

    const faults: RowFault[] = concerned.map(({ column, rule }) => ({ column, rule, params: {} }));
    const put = (id: string, rule: RowFaultRule, params: Readonly<Record<string, string>> = {}) =>
      faults.push({ column: Math.max(0, heading.get(id) ?? at("value")), rule, params });
    const named = cell("component") === "" ? "name" : "component";
    const component = byName.get(foldName(cell(named)));
    if (!component) {
      put(named, cell(named) === "" ? "componentMissing" : "componentUnknown", { typed: cell(named) });
      return { faults };
    }
    const place = component.dimensions.map((id) => {
      const code = codes.get(id)?.get(foldName(cell(id)));
      if (code === undefined) put(id, cell(id) === "" ? "codeMissing" : "codeUnknown", { typed: cell(id) });
      return code ?? "";
    });
    for (const id of dimensions)
      if (!component.dimensions.includes(id) && cell(id) !== "") put(id, "codeNotAsked", { typed: cell(id) });
    for (const [id, most] of [
      ["site", longestSite],
      ["unit", longestUnit],
      ["value", longestRaw],
    ] as const)
      if (cell(id).length > most) put(id, "tooLong", { max: String(most) });
    const raw = cell("value");
    const read = readFigure(raw, cell("unit"), component);
    if (!read.ok && concerned.length === 0)
      put(read.rule === "unitUnknown" && cell("unit") !== "" ? "unit" : "value", read.rule, read.params);
    if (faults.length > 0 || !read.ok) return { faults };

    const figure = {
      component: component.code,
      site: cell("site"),
      place,
      raw,
      unit: nameUnit(cell("unit"), component.unit),
      value: read.value,
    };
    const [finding] = checkReturn({ definitions: [], components: [component] }, [figure]).filter(
      ({ severity, at: where }) => severity === "hard" && where !== null,
    );
    if (finding) {
      put("value", "range", { ...finding.params });
      return { faults };
    }
    const revision = /^\d{1,9}$/.test(cell("revision")) ? Number(cell("revision")) : null;
    return { figure: { ...figure, revision } };
  };
}

/** The id of a chosen unit, by which the form knows it too. */
function nameUnit(typed: string, own: string): string {
  return typed === "" || typed === own ? typed : (parseUnit(typed)?.id ?? typed);
}

/** Components by code and by name; a name that two share names neither. */
function nameComponents(components: readonly Component[]): ReadonlyMap<string, Component | null> {
  const found = new Map<string, Component | null>();
  for (const component of components)
    for (const name of [component.name.zh, component.name.en]) {
      const key = foldName(name);
      const known = found.get(key);
      found.set(key, known === undefined || known === component ? component : null);
    }
  for (const component of components) found.set(foldName(component.code), component);
  return found;
}

function nameCodes(dimension: string): ReadonlyMap<string, string> {
  const leaves = listLeaves(findFigureDimension(dimension)?.codes ?? []);
  const found = new Map<string, string>();
  for (const { code, name } of leaves) for (const one of [name.zh, name.en]) found.set(foldName(one), code);
  for (const { code } of leaves) found.set(foldName(code), code);
  return found;
}
