import { parseUnit } from "../../chain/index.ts";
import type { MaturityStep } from "../../posting/index.ts";
import type { Figure, MatchDocument } from "../document.ts";
import { acceptedBy, type Interval, statedBy } from "./interval.ts";

/** A requirement ready to be judged; `accepts` null when its unit does not fit its attribute. */
export type Demand = { readonly figure: Figure; readonly accepts: Interval | null };

export type Stated = { readonly figure: Figure; readonly states: Interval };

/** What an offer states, by attribute; several figures of one attribute (other conditions) stand side by side. */
export type Offers = ReadonlyMap<string, readonly Stated[]>;

const leastTrl: Readonly<Record<MaturityStep, number>> = { research: 1, verification: 5, bulk: 8 };
const mostTrl: Readonly<Record<MaturityStep, number>> = { research: 4, verification: 7, bulk: 9 };
const capacityOf: Readonly<Record<string, string>> = {
  mass_rate: "capacity_ta",
  energy_rate: "capacity_gwh",
};

/** The requirements of a document: its figures, its volume (a wish: a part may do), its least readiness. [MT11] */
export function compileDemands(document: MatchDocument): readonly Demand[] {
  const figures = [...document.figures];
  const volume = volumeFigure(document, ">=");
  if (volume && !has(figures, volume.attribute)) figures.push(volume);
  const readiness = document.trl ?? (document.maturity ? leastTrl[document.maturity] : undefined);
  if (readiness !== undefined && !has(figures, "trl")) figures.push(trlFigure(">=", readiness));
  return figures.map((figure) => ({ figure, accepts: acceptedBy(figure) }));
}

/** What a document states: its figures, its volume as a capacity, its readiness. */
export function compileOffers(document: MatchDocument): Offers {
  const figures = [...document.figures];
  const volume = volumeFigure(document, "=");
  if (volume && !has(figures, volume.attribute)) figures.push(volume);
  const readiness = statedReadiness(document);
  if (readiness && !has(figures, "trl")) figures.push(readiness);
  const offers = new Map<string, Stated[]>();
  for (const figure of figures) {
    const states = statedBy(figure);
    if (states) offers.set(figure.attribute, [...(offers.get(figure.attribute) ?? []), { figure, states }]);
  }
  return offers;
}

function has(figures: readonly Figure[], attribute: string): boolean {
  return figures.some((figure) => figure.attribute === attribute);
}

function trlFigure(op: ">=" | "=", value: number): Figure {
  return { attribute: "trl", op, value: String(value), unit: "TRL 1-9", hard: true };
}

function statedReadiness(document: MatchDocument): Figure | null {
  if (document.trl !== undefined) return trlFigure("=", document.trl);
  if (!document.maturity) return null;
  const [value, high] = [leastTrl[document.maturity], mostTrl[document.maturity]];
  return {
    attribute: "trl",
    op: "range",
    value: String(value),
    high: String(high),
    unit: "TRL 1-9",
    hard: true,
  };
}

/** An amount without a rate is held against what can be made in one year. */
function volumeFigure(document: MatchDocument, op: ">=" | "="): Figure | null {
  if (!document.volume) return null;
  const { amount, unit } = document.volume;
  const rated = capacityOf[parseUnit(unit)?.dimension ?? ""] ? unit : (parseUnit(`${unit}/a`)?.id ?? unit);
  const attribute = capacityOf[parseUnit(rated)?.dimension ?? ""] ?? "volume";
  return { attribute, op, value: amount, unit: attribute === "volume" ? unit : rated, hard: false };
}
