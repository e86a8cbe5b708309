import { daysBetween } from "../../calendar/index.ts";
import {
  type Batch,
  balanceBatch,
  type ClosingFault,
  closingFaults,
  type ElementBalance,
  massTolerance,
  probabilityOf,
  thresholdOf,
  toleranceOf,
} from "./balance.ts";
import { type BatchRow, batchElements } from "./batch.ts";

const warnDays = 60;

export type BatchFault =
  | ClosingFault
  | { readonly rule: "massNotClosed" | "noInput" | "noProduct" }
  | { readonly rule: "lotElsewhere" | "notTold"; readonly name: string }
  | { readonly rule: "licenceMissing" | "licenceExpired" | "licenceEnds"; readonly stream: string };

export type JudgedElement = ElementBalance & {
  /** What is neither product nor waste, in kg; negative where more came out. */
  readonly openKg: number;
  /** How much of what went in may stay open, as a share. */
  readonly tolerance: number;
  readonly threshold: number | null;
  readonly probability: number | null;
};

export type JudgedBatch = {
  readonly elements: readonly JudgedElement[];
  readonly mass: {
    readonly inKg: number;
    readonly productKg: number;
    readonly wasteKg: number;
    readonly closure: number | null;
  };
  /** Nickel, cobalt and manganese together, as the conditions ask. */
  readonly nickelGroup: number | null;
  /** What stands between the batch and its balance. */
  readonly faults: readonly BatchFault[];
  /** What will stand between soon. */
  readonly warnings: readonly BatchFault[];
  /** Bounds of the share of batteries and lots, by mass, that came by licensed channels; null without any. */
  readonly formal: { readonly low: number; readonly high: number } | null;
};

type Given = {
  readonly rows: readonly BatchRow[];
  readonly uIn?: number | undefined;
  readonly uOut?: number | undefined;
  /** The day whose rules judge it. */
  readonly on: string;
  /** The day until which licences of wastes are asked for. */
  readonly until: string;
  /** Lots and codes of this batch that another batch spent first. */
  readonly spentElsewhere?: readonly string[];
  /** Batteries of this batch of which no event says that they went into one. */
  readonly notTold?: readonly string[];
  readonly set?: string;
};

/** A batch as its balance takes it: a waste is known by its stream. */
export function toBatch({ rows, uIn, uOut }: Pick<Given, "rows" | "uIn" | "uOut">): Batch {
  const of = (side: BatchRow["side"]) =>
    rows
      .filter((row) => row.side === side)
      .map(({ name, kind, kg, assay }) => ({
        name: side === "waste" ? kind : name,
        kg,
        assay: assay as Record<string, number>,
      }));
  return {
    inputs: of("input"),
    products: of("product"),
    wastes: of("waste"),
    ...(uIn !== undefined && { uIn }),
    ...(uOut !== undefined && { uOut }),
  };
}

/**
 * Everything that a batch's page says of its rows: each element's balance with the chance of meeting the rules of a day, the mass, and
 * what stands between the batch and its balance. [TR41] [TR42] [TR44]
 */
export function judgeBatch(given: Given): JudgedBatch {
  const { rows, on, until, spentElsewhere = [], notTold = [], set } = given;
  const batch = toBatch(given);
  const order: readonly string[] = batchElements;
  const found = [...balanceBatch(batch)].sort((a, b) => order.indexOf(a.element) - order.indexOf(b.element));
  const elements = found.map((one): JudgedElement => {
    const threshold = thresholdOf(one.element, set === undefined ? { on } : { set });
    return {
      ...one,
      openKg: one.inKg - one.productKg - one.wasteKg,
      tolerance: toleranceOf(one.u),
      threshold,
      probability: threshold === null ? null : probabilityOf(one, threshold),
    };
  });
  const [inKg, productKg, wasteKg] = [sumKg(rows, "input"), sumKg(rows, "product"), sumKg(rows, "waste")];
  const closure = inKg > 0 ? (productKg + wasteKg) / inKg : null;
  const licences = rows.flatMap((row) => licenceFaults(row, until));
  const faults: BatchFault[] = [
    ...(inKg > 0 ? [] : [{ rule: "noInput" } as const]),
    ...(productKg > 0 ? [] : [{ rule: "noProduct" } as const]),
    ...closingFaults(batch),
    ...(closure !== null && Math.abs(closure - 1) > massTolerance
      ? [{ rule: "massNotClosed" } as const]
      : []),
    ...spentElsewhere.map((name) => ({ rule: "lotElsewhere" as const, name })),
    ...licences.filter(({ rule }) => rule !== "licenceEnds"),
  ];
  return {
    elements,
    mass: { inKg, productKg, wasteKg, closure },
    nickelGroup: shareOf(elements.filter(({ element }) => ["Ni", "Co", "Mn"].includes(element))),
    faults,
    warnings: [
      ...licences.filter(({ rule }) => rule === "licenceEnds"),
      ...notTold.map((name) => ({ rule: "notTold" as const, name })),
    ],
    formal: formalShare(rows),
  };
}

function licenceFaults(row: BatchRow, until: string): readonly Extract<BatchFault, { stream: string }>[] {
  if (row.side !== "waste" || row.treatment !== "handed_over" || row.kg === 0) return [];
  if (!row.licence || !row.licenceUntil) return [{ rule: "licenceMissing", stream: row.kind }];
  if (row.licenceUntil < until) return [{ rule: "licenceExpired", stream: row.kind }];
  return daysBetween(until, row.licenceUntil) <= warnDays ? [{ rule: "licenceEnds", stream: row.kind }] : [];
}

function formalShare(rows: readonly BatchRow[]): JudgedBatch["formal"] {
  const spent = rows.filter(({ side, kind }) => side === "input" && kind !== "reagent");
  const kgOf = (channel: BatchRow["channel"]) =>
    spent.reduce((sum, row) => sum + ((row.channel ?? "unknown") === channel ? row.kg : 0), 0);
  const all = kgOf("formal") + kgOf("informal") + kgOf("unknown");
  return all > 0 ? { low: kgOf("formal") / all, high: (kgOf("formal") + kgOf("unknown")) / all } : null;
}

const sumKg = (rows: readonly BatchRow[], side: BatchRow["side"]) =>
  rows.reduce((sum, row) => sum + (row.side === side ? row.kg : 0), 0);

function shareOf(elements: readonly ElementBalance[]): number | null {
  const inKg = elements.reduce((sum, one) => sum + one.inKg, 0);
  return inKg > 0 ? elements.reduce((sum, one) => sum + one.productKg, 0) / inKg : null;
}

/** The facts that the conditions of recyclers ask of a batch; what it does not say stays unknown. */
export function factsOf({ elements, nickelGroup }: JudgedBatch): Readonly<Record<string, string>> {
  const lithium = elements.find(({ element }) => element === "Li");
  return {
    ...(lithium && { Li_recovery: lithium.recovery.toFixed(6) }),
    ...(nickelGroup !== null && { Ni_Co_Mn_recovery: nickelGroup.toFixed(6) }),
  };
}

/** Codes and lots of a batch, each once, that may be spent once. [TR44] */
export function lotsOf(rows: readonly BatchRow[]): readonly string[] {
  const named = rows.filter(({ side, kind }) => side === "input" && kind !== "reagent");
  return [...new Set(named.map(({ name }) => name))];
}
