import { readFile } from "node:fs/promises";
import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { textCells } from "./fill-template.ts";

export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** One figure of a release as any of its faces tells it: indicator, measure, codes, and the value or W. */
export type Told = readonly [indicator: string, measure: string, codes: string, figure: string];

type Figure = {
  readonly indicator: string;
  readonly measure: string;
  readonly place: readonly string[];
  readonly status: "published" | "withheld" | "absent";
  readonly value: string | null;
};

// Of the columns of a release's files.
const columns = ["A", "B", "H", "J"];

/** The file behind the first link of a page, or of a part of it, that has this name. */
export async function download(within: Page | Locator, name: string): Promise<Uint8Array> {
  const link = within.getByRole("link", { name, exact: true }).first();
  const [file] = await Promise.all([link.page().waitForEvent("download"), link.click()]);
  return readFile(await file.path());
}

/** A release by the programming interface, page by page, as anybody reads it. */
export async function readByInterface(request: APIRequestContext, release: string): Promise<Told[]> {
  const told: Told[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const params = { limit: 5000, ...(cursor ? { cursor } : {}) };
    const answer = await request.get(`/api/v1/releases/${release}/figures`, { params });
    const page = (await answer.json()) as { items: Figure[]; nextCursor: string | null };
    told.push(...page.items.map(tell));
    cursor = page.nextCursor;
  }
  return told;
}

export function readCsv(bytes: Uint8Array): Told[] {
  const [, ...lines] = strFromU8(bytes).trimEnd().split("\r\n");
  return dropOrigin(
    lines.map((line): Told => {
      const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain,
      );
      const [indicator = "", measure = "", codes = "", figure = ""] = [0, 1, 7, 9].map((at) => cells[at]);
      return [indicator, measure, codes, figure];
    }),
  );
}

export function readXlsx(bytes: Uint8Array): Told[] {
  const rows: string[][] = [];
  for (const { column, row, text } of textCells(
    strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array()),
  )) {
    const at = columns.indexOf(column);
    rows[row - 1] ??= ["", "", "", ""];
    if (at >= 0) (rows[row - 1] ?? [])[at] = text;
  }
  return dropOrigin(rows.slice(1) as unknown as Told[]);
}

/** The last line of a file says who took it. */
function dropOrigin(rows: readonly Told[]): Told[] {
  return rows.filter(([, measure]) => measure !== "");
}

function tell({ indicator, measure, place, status, value }: Figure): Told {
  return [indicator, measure, place.join(" × "), status === "withheld" ? "W" : (value ?? "")];
}
