import type { FactorId } from "./factor.ts";

/** A figure that releases print, the node that it speaks of, and whether the factor is what it leaves of the whole. */
export type ReleasedFactor = {
  readonly indicator: string;
  readonly measure: string;
  /** The code of the breakdown; without it, the figure of all. */
  readonly place?: string;
  readonly dimension?: string;
  readonly node: string;
  readonly factor: FactorId;
  /** What a printed 1 is as the factor's unit. */
  readonly scale: number;
  readonly rest?: true;
};

const percent = 0.01;

/** Which released figures say how weak a node is. A proposal. [WL5] */
export const releasedFactors: readonly ReleasedFactor[] = [
  {
    indicator: "RES-02",
    measure: "primary",
    node: "spodumene-conc",
    factor: "import_dependence",
    scale: percent,
    rest: true,
  },
  { indicator: "RES-15", measure: "tension", node: "li2co3-batt", factor: "capacity_gap", scale: 1 },
  { indicator: "SME-08", measure: "cr5", node: "li2co3-batt", factor: "firm_concentration", scale: percent },
  ...(
    [
      ["high_precursor", "pcam-high-nickel"],
      ["additives", "functional-additive"],
    ] as const
  ).map(([place, node]) => ({
    indicator: "MAT-05",
    measure: "dependence",
    dimension: "key_import",
    place,
    node,
    factor: "import_dependence" as const,
    scale: percent,
  })),
  ...(
    [
      ["REC-01", "collection-network"],
      ["REC-02", "recycled-li2co3"],
      ["REC-03", "regenerated-salts"],
      ["REC-04", "regenerated-salts"],
      ["REC-05", "regenerated-salts"],
    ] as const
  ).map(([indicator, node]) => ({
    indicator,
    measure: "rate",
    node,
    factor: "recovery_gap" as const,
    scale: percent,
    rest: true as const,
  })),
];

/** What a release tells of a figure. */
type Released = {
  readonly status: "published" | "withheld" | "absent";
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
};

/**
 * A released figure as bounds of its factor: its value, or what is published of a withheld one, which may be anything where no bound is.
 * Null where there is no figure. [WL7]
 */
export function boundsOfReleased(
  { scale, rest }: Pick<ReleasedFactor, "scale" | "rest">,
  { status, value, low, high }: Released,
): { readonly low: number; readonly high: number; readonly why?: "withheld" } | null {
  if (status === "absent") return null;
  const told = status === "published" ? [value, value] : [low ?? 0, high ?? 1 / scale];
  const ends = told.map((one) => (rest ? 1 - Number(one) * scale : Number(one) * scale));
  const bounds = { low: Math.min(...ends), high: Math.max(...ends) };
  return status === "published" ? bounds : { ...bounds, why: "withheld" };
}
