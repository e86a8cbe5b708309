import { readFile } from "node:fs/promises";
import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import type { wordsOf } from "./words.ts";

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
  // On the demo the first row says that it is a sample, the second heads the columns.
  const [, , ...lines] = strFromU8(bytes).trimEnd().split("\r\n");
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

/** The text of a workbook's last sheet: who took it, and what is said of its figures. */
export function readNotes(bytes: Uint8Array): string {
  const files = unzipSync(bytes);
  const last = Object.keys(files)
    .filter((name) => /worksheets\/sheet\d+\.xml$/.test(name))
    .sort()
    .at(-1);
  return strFromU8(files[last ?? ""] ?? new Uint8Array());
}

export function readXlsx(bytes: Uint8Array): Told[] {
  const rows: string[][] = [];
  const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  for (const [, column = "", row, text, number = ""] of sheet.matchAll(
    /<c r="([A-Z]+)(\d+)"[^>]*>(?:<is><t[^>]*>([^<]*)|<v>([^<]*))/g,
  )) {
    const at = columns.indexOf(column);
    rows[Number(row) - 1] ??= ["", "", "", ""];
    // A figure that is no number is the mark alone.
    if (at >= 0)
      (rows[Number(row) - 1] ?? [])[at] =
        text !== undefined && at === 3 && text !== "W" ? `text ${text}` : (text ?? number);
  }
  return dropOrigin(rows.slice(2) as unknown as Told[]);
}

/** The last line of a file says who took it. */
function dropOrigin(rows: readonly Told[]): Told[] {
  return rows.filter(([, measure]) => measure !== "");
}

function tell({ indicator, measure, place, status, value }: Figure): Told {
  return [indicator, measure, place.join(" × "), status === "withheld" ? "W" : (value ?? "")];
}

/** Exact figures in the decimals in which a file prints them. */
export function printedAs(file: readonly Told[], exact: readonly Told[]): Told[] {
  return exact.map(([indicator, measure, codes, figure], at): Told => {
    const printed = file[at]?.[3] ?? "";
    const decimals = printed.split(".")[1]?.length ?? 0;
    const isNumber = /^-?[\d.]+$/.test(figure);
    return [indicator, measure, codes, isNumber ? roundHalfUp(figure, decimals) : figure];
  });
}

/** Decimal digits are rounded as text: no binary number stands for 67.725. */
function roundHalfUp(figure: string, decimals: number): string {
  const [whole = "", rest = ""] = figure.replace("-", "").split(".");
  const digits = `${whole}${rest.padEnd(decimals, "0").slice(0, decimals)}`;
  const up = Number(rest[decimals] ?? "0") >= 5 ? 1n : 0n;
  const rounded = (BigInt(digits) + up).toString().padStart(decimals + 1, "0");
  const cut = rounded.length - decimals;
  const tail = rounded.slice(cut).replace(/0+$/, "");
  const sign = figure.startsWith("-") ? "-" : "";
  return `${sign}${rounded.slice(0, cut)}${tail ? `.${tail}` : ""}`;
}

/** The release that a goal's newest figure is from: that of the running year, where it stands apart. */
export async function releaseOfGoal(
  page: Page,
  at: (path: string) => string,
  goal: string,
  t: ReturnType<typeof wordsOf>,
): Promise<string> {
  await page.goto(at(`/goals/${goal}`));
  const named = (text: string) => page.getByRole("main").getByRole("link", { name: text, exact: true });
  const apart = named(t("standing", "toDateRelease"));
  const now = named(t("standing", "release"));
  await apart.or(now).first().waitFor();
  const link = (await apart.count()) > 0 ? apart : now.first();
  return (await link.getAttribute("href"))?.split("/").at(-1) ?? "";
}
