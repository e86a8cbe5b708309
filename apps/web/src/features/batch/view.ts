import { type BatchElement, type BatchRow, batchElements, type RowSide } from "@lilink/model/trace/batch";
import { explainCode } from "@lilink/model/trace/code";
import type { Flow, Named } from "@lilink/ui/chart";

/** A row as it is typed. */
export type RowDraft = {
  readonly key: string;
  readonly side: RowSide;
  readonly kind: BatchRow["kind"];
  readonly name: string;
  readonly kg: string;
  readonly assay: string;
  readonly channel: string;
  readonly treatment: string;
  readonly handler: string;
  readonly licence: string;
  readonly licenceUntil: string;
};

export const emptyDraft = (side: RowSide, key: string): RowDraft => ({
  key,
  side,
  kind: side === "input" ? "lot" : side === "product" ? "product" : "hydrogen_fluoride",
  name: "",
  kg: "",
  assay: "",
  channel: side === "input" ? "unknown" : "",
  treatment: side === "waste" ? "own_plant" : "",
  handler: "",
  licence: "",
  licenceUntil: "",
});

export const toDraft = (row: BatchRow, key: string): RowDraft => ({
  ...emptyDraft(row.side, key),
  kind: row.kind,
  name: row.name,
  kg: String(row.kg),
  assay: writeAssay(row.assay),
  channel: row.channel ?? "",
  treatment: row.treatment ?? "",
  handler: row.handler ?? "",
  licence: row.licence ?? "",
  licenceUntil: row.licenceUntil ?? "",
});

/** Shares as people write them: "Li 4.3, Ni 18". */
export function writeAssay(assay: BatchRow["assay"]): string {
  return batchElements
    .flatMap((element) => {
      const share = assay[element];
      return share === undefined ? [] : [`${element} ${Number((share * 100).toPrecision(8))}`];
    })
    .join(", ");
}

/** The shares of a text, or null where a part of it is no element with its percentage. */
export function readAssay(text: string): BatchRow["assay"] | null {
  const parts = text
    .normalize("NFKC")
    .split(/[,;，；、]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const found: Partial<Record<BatchElement, number>> = {};
  for (const part of parts) {
    const match = /^([A-Z][a-z]?)\s*[:=]?\s*(\d+(?:\.\d+)?)\s*%?$/.exec(part);
    const element = batchElements.find((one) => one === match?.[1]);
    const share = Number(match?.[2]) / 100;
    if (!element || !(share <= 1)) return null;
    found[element] = share;
  }
  return found;
}

/**
 * Pasted lines of name, mass and contents as rows of one side, from a sheet or by hand. A battery code is known by its shape.
 * @example readPasted("BM-1\t1000\tLi 4.2", "input", (at) => String(at))[0]?.kg // "1000"
 */
export function readPasted(text: string, side: RowSide, keyOf: (at: number) => string): readonly RowDraft[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line, at) => {
      const [name = "", kg = "", ...contents] = line.split(line.includes("\t") ? "\t" : /[,，]/u);
      const isCode = side === "input" && explainCode(name.trim()).verdict !== "reject";
      return {
        ...emptyDraft(side, keyOf(at)),
        ...(isCode && { kind: "code" as const }),
        name: name.trim(),
        kg: kg.trim(),
        assay: contents.map((part) => part.trim()).join(", "),
      };
    });
}

export type RowFault = "badAssay" | "badKg" | "badName";

/** What of a typed row cannot be sent, or the row. */
export function readDraft(draft: RowDraft): {
  readonly row: BatchRow | null;
  readonly faults: readonly RowFault[];
} {
  const assay = readAssay(draft.assay);
  const kg = draft.kg.trim() === "" ? Number.NaN : Number(draft.kg.replaceAll(/[,\s]/g, ""));
  const faults: RowFault[] = [
    ...(draft.name.trim() === "" ? (["badName"] as const) : []),
    ...(kg >= 0 ? [] : (["badKg"] as const)),
    ...(assay ? [] : (["badAssay"] as const)),
  ];
  if (faults.length > 0 || !assay) return { row: null, faults };
  const { side, kind, channel, treatment, handler, licence, licenceUntil } = draft;
  const given = { channel, treatment, handler, licence, licenceUntil };
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  return { row: { side, kind, name: draft.name.trim(), kg, assay, ...filled } as BatchRow, faults };
}

/** What a picture shows: one element, or the whole mass. */
export type Shown = BatchElement | "mass";
export const readShown = (value: unknown, elements: readonly string[]): Shown =>
  value === "mass" || elements.length === 0
    ? "mass"
    : ((elements.find((one) => one === value) ?? elements[0]) as Shown);

export type SankeyWords = {
  readonly work: string;
  readonly open: string;
  readonly over: string;
  readonly kindOf: (kind: BatchRow["kind"]) => string;
  readonly kg: (value: number) => string;
};

const tones = { input: "recycling", product: "success", waste: "neutral" } as const;

/** The amount stands on a line of its own below the name, so that a long name never parts a number from its unit. */
type Node = Named & { readonly amount?: string };

/** The flows of one element through a batch; what is neither product nor waste goes to a node of its own. */
export function toFlows(
  rows: readonly BatchRow[],
  shown: Shown,
  words: SankeyWords,
): { readonly nodes: readonly Node[]; readonly flows: readonly Flow[] } {
  const kgOf = ({ kg, assay }: BatchRow) => (shown === "mass" ? kg : kg * (assay[shown] ?? 0));
  const nodes: Node[] = [{ key: "work", label: words.work, tone: "chain" }];
  const flows: Flow[] = [];
  let left = 0;
  for (const [at, row] of rows.entries()) {
    const value = kgOf(row);
    if (value <= 0) continue;
    const key = `${row.side}-${at}`;
    const label = row.side === "waste" ? words.kindOf(row.kind) : row.name;
    nodes.push({ key, label, amount: words.kg(value), tone: tones[row.side] });
    const ends = row.side === "input" ? { from: key, to: "work" } : { from: "work", to: key };
    flows.push({ ...ends, value, text: words.kg(value) });
    left += row.side === "input" ? value : -value;
  }
  if (flows.length === 0) return { nodes: [], flows: [] };
  const isOver = left < 0;
  if (Math.abs(left) > 1e-9) {
    const label = isOver ? words.over : words.open;
    nodes.push({ key: "open", label, amount: words.kg(Math.abs(left)), tone: "warning" });
    const ends = isOver ? { from: "open", to: "work" } : { from: "work", to: "open" };
    flows.push({ ...ends, value: Math.abs(left), text: words.kg(Math.abs(left)) });
  }
  return { nodes, flows };
}

/** A share as a percentage with two places at most. */
export const percent = (share: number, places = 2) => `${(share * 100).toFixed(places)}%`;

/** A share with its expanded uncertainty (k = 1.96), both told to the place that the uncertainty reaches. @example withError(0.9126, 0.0204) // "91.3% ± 4.0%" */
export function withError(share: number, u: number): string {
  const places = 1.96 * u >= 0.01 ? 1 : 2;
  return `${percent(share, places)} ± ${percent(1.96 * u, places)}`;
}
