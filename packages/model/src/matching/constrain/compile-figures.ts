import { convertUnit, parseUnit } from "../../chain/index.ts";
import type { MaturityStep } from "../../posting/index.ts";
import type { Figure, FigureSource, MatchDocument } from "../document.ts";
import { acceptedBy, type Interval, promisedBy, statedBy } from "./interval.ts";
import { substanceOf } from "./substance-of.ts";
import { volumeFigure } from "./volume-figure.ts";

/**
 * A requirement ready to be judged; `accepts` null when its unit does not fit its attribute. `lce`: t LCE in a tonne of
 * the document's main product, where that is one compound.
 */
export type Demand = {
  readonly figure: Figure;
  readonly accepts: Interval | null;
  readonly lce?: number | undefined;
  /** What it is worked out from, where its author wrote no such figure. */
  readonly from?: FigureSource | undefined;
};

/** `promises`: what a bound guarantees to who asks for the same bound, where neither direction is better. */
export type Stated = {
  readonly figure: Figure;
  readonly states: Interval;
  readonly promises?: Interval | undefined;
  readonly lce?: number | undefined;
  /** What it is worked out from, where its author wrote no such figure. */
  readonly from?: FigureSource | undefined;
};

/** What an offer states, by attribute; several figures of one attribute (other conditions) stand side by side. */
export type Offers = ReadonlyMap<string, readonly Stated[]>;

const leastTrl: Readonly<Record<MaturityStep, number>> = { research: 1, verification: 5, bulk: 8 };
const mostTrl: Readonly<Record<MaturityStep, number>> = { research: 4, verification: 7, bulk: 9 };

/** The requirements of a document: its figures, its volume (a wish: a part may do), its least readiness. [MT11] What was heard is a wish. [MT61] */
export function compileDemands(document: MatchDocument): readonly Demand[] {
  const { figures } = document;
  const asked: { readonly figure: Figure; readonly from?: FigureSource }[] = figures.map((figure) => ({
    figure,
  }));
  const lce = lceOf(document);
  const volume = onItsBasis(volumeFigure(document, ">="), lce);
  if (volume && !has(figures, volume.attribute)) asked.push({ figure: volume, from: "volume" });
  const readiness = document.trl ?? (document.maturity ? leastTrl[document.maturity] : undefined);
  if (readiness !== undefined && !has(figures, "trl"))
    asked.push({ figure: trlFigure(">=", readiness), from: "readiness" });
  return asked.map(({ figure, from }) => ({
    figure: document.heard ? { ...figure, hard: false } : figure,
    accepts: acceptedBy(inTonnes(figure, lce)),
    lce,
    ...(from ? { from } : {}),
  }));
}

/** What a document states: its figures, its volume as a capacity beside one that it names, its readiness. */
export function compileOffers(document: MatchDocument): Offers {
  const { figures } = document;
  const told: { readonly figure: Figure; readonly from?: FigureSource }[] = figures.map((figure) => ({
    figure,
  }));
  const lce = lceOf(document);
  const volume = onItsBasis(volumeFigure(document, "="), lce);
  if (volume) told.push({ figure: volume, from: "volume" });
  const readiness = statedReadiness(document);
  if (readiness && !has(figures, "trl")) told.push({ figure: readiness, from: "readiness" });
  const offers = new Map<string, Stated[]>();
  for (const { figure, from } of told) {
    const states = statedBy(inTonnes(figure, lce));
    if (!states) continue;
    const one = { figure, states, promises: promisedBy(figure) ?? undefined, lce, from };
    offers.set(figure.attribute, [...(offers.get(figure.attribute) ?? []), one]);
  }
  return offers;
}

function has(figures: readonly Figure[], attribute: string): boolean {
  return figures.some((figure) => figure.attribute === attribute);
}

function lceOf(document: MatchDocument): number | undefined {
  const compound = substanceOf(document.concepts[0]);
  return compound ? Number(compound.lceFactor) : undefined;
}

/** An amount in LCE of what is no one compound is an amount of its own: it meets another in LCE, and no tonnes of goods. [MT42] */
function onItsBasis(volume: Figure | null, lce: number | undefined): Figure | null {
  const isOfLce = volume !== null && parseUnit(volume.unit)?.dimension === "mass_lce_rate";
  return isOfLce && lce === undefined ? { ...volume, attribute: "volume" } : volume;
}

/** A capacity in LCE as tonnes of the document's own compound; left as it is where that is not known. [MT42] */
function inTonnes(figure: Figure, lce: number | undefined): Figure {
  if (figure.attribute !== "capacity_ta" || parseUnit(figure.unit)?.dimension !== "mass_lce_rate")
    return figure;
  const tonnes = (value: string) => {
    const equivalent = convertUnit(value, figure.unit, "t LCE/a");
    return equivalent.ok && lce !== undefined ? equivalent.value.div(lce).toFixed() : null;
  };
  const value = tonnes(figure.value);
  if (value === null) return figure;
  const high = figure.high === undefined ? undefined : (tonnes(figure.high) ?? undefined);
  return { ...figure, value, ...(high === undefined ? {} : { high }), unit: "t/a" };
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
