import { Decimal } from "decimal.js";
import type { CooperationForm, MaturityStep, PostingContent } from "../posting/index.ts";
import type { depositTypes, Figure, overseasStages } from "../register/index.ts";

/** What a project abroad says of its output; the capacity and the offtake are in t LCE a year, the equity in per cent. */
export type ProjectOutput = {
  readonly capacity: Figure | null;
  readonly countedBy: "equity" | "offtake" | null;
  readonly equity: number | null;
  readonly offtake: Figure | null;
};

/**
 * What of a project's capacity counts as supply, by its equity or by its offtake, and what is open to somebody else; null where it does not
 * say. The two add up to the capacity, so no tonne counts twice. [OP1] [OP2]
 * @example shareOutput(output).open // "2800", of 28,000 t LCE a year with 90 % equity
 */
export function shareOutput({ capacity, countedBy, equity, offtake }: ProjectOutput): {
  readonly counted: string | null;
  readonly open: string | null;
} {
  if (!capacity?.value) return { counted: null, open: null };
  const whole = new Decimal(capacity.value);
  const taken =
    countedBy === "equity" && equity !== null
      ? whole.times(equity).div(100)
      : countedBy === "offtake" && offtake?.value
        ? Decimal.min(offtake.value, whole)
        : null;
  if (!taken) return { counted: null, open: null };
  return { counted: taken.toFixed(), open: whole.minus(taken).toFixed() };
}

/**
 * What projects together count as supply, each by one way, and what of them is open. Projects that do not say are left out. [OP2]
 * @example sumOutput([output]) // { equity: "25200", offtake: "0", open: "2800", told: 1 }
 */
export function sumOutput(projects: readonly ProjectOutput[]): {
  readonly equity: string;
  readonly offtake: string;
  readonly open: string;
  readonly told: number;
} {
  const sums = { equity: new Decimal(0), offtake: new Decimal(0), open: new Decimal(0) };
  let told = 0;
  for (const project of projects) {
    const { counted, open } = shareOutput(project);
    if (counted === null || open === null || project.countedBy === null) continue;
    sums[project.countedBy] = sums[project.countedBy].plus(counted);
    sums.open = sums.open.plus(open);
    told += 1;
  }
  return { equity: sums.equity.toFixed(), offtake: sums.offtake.toFixed(), open: sums.open.toFixed(), told };
}

const goodsOf: Readonly<Partial<Record<(typeof depositTypes)[number], string>>> = {
  spodumene: "spodumene-conc",
  lepidolite: "lepidolite-conc",
  brine: "li2co3-tech",
  clay: "lithium-clay",
};
type Stage = (typeof overseasStages)[number];
const maturityOf: Readonly<Partial<Record<Stage, MaturityStep>>> = {
  exploration: "research",
  feasibility: "research",
  construction: "verification",
  ramp_up: "bulk",
  producing: "bulk",
};

/** Whether a project in this stage can still promise output to somebody. */
export const canOfferOutput = (stage: string | null): boolean => stage !== null && stage in maturityOf;

/**
 * The offer with which a project abroad looks for an offtaker: its country, what it digs, how far it is, and the output that is open. What
 * does not follow from the project stays for its author. [OP2]
 */
export function toOfftakeOffer(
  project: ProjectOutput & {
    readonly country: string | null;
    readonly type: string | null;
    readonly stage: string | null;
  },
): Partial<PostingContent> {
  const { open } = shareOutput(project);
  const concept = project.type ? goodsOf[project.type as keyof typeof goodsOf] : undefined;
  const maturity = project.stage ? maturityOf[project.stage as Stage] : undefined;
  const cooperation: readonly CooperationForm[] = ["offtake"];
  return {
    ...(concept ? { concept } : {}),
    ...(project.country ? { region: project.country } : {}),
    ...(maturity ? { maturity } : {}),
    ...(open !== null && Number(open) > 0 ? { volume: { amount: open, unit: "t LCE/a" } } : {}),
    cooperation,
  };
}

/** A live project abroad as it is counted for RES-12; `firm` is the enterprise group, or the firm where it has none. */
export type ProjectAbroad = {
  readonly firm: string;
  readonly country: string;
  readonly stage: Stage;
  /** t LCE a year, a decimal string. */
  readonly capacity: string | null;
  readonly countedBy: "equity" | "offtake";
  readonly equity: number | null;
};

/** An equity share is for members, so the sum is for everybody only where this many firms stand behind it. */
const firmsBehind = 10;

/**
 * Projects that go on by host country, and the equity share of the capacity of those that produce, in t LCE a year; null below ten firms.
 * A project that counts by its offtake has no share here. [OP3]
 * @example sumAbroad(projects) // { countries: [["AU", 2]], total: 2, equity: null }
 */
export function sumAbroad(projects: readonly ProjectAbroad[]): {
  readonly countries: readonly (readonly [string, number])[];
  readonly total: number;
  readonly equity: string | null;
} {
  const active = projects.filter(({ stage }) => canOfferOutput(stage));
  const countries = new Map<string, number>();
  for (const { country } of active) countries.set(country, (countries.get(country) ?? 0) + 1);
  const producing = active.flatMap(({ firm, stage, capacity, countedBy, equity }) =>
    stage === "producing" && countedBy === "equity" && capacity !== null && equity !== null
      ? [{ firm, share: new Decimal(capacity).times(equity).div(100) }]
      : [],
  );
  const isWide = new Set(producing.map(({ firm }) => firm)).size >= firmsBehind;
  return {
    countries: [...countries].sort(([one], [other]) => one.localeCompare(other, "en")),
    total: active.length,
    equity: isWide ? Decimal.sum(...producing.map(({ share }) => share)).toFixed(0) : null,
  };
}
