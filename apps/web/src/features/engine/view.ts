import { formatNumber, type Locale } from "@lilink/i18n";
import { isCost, type MatchResult, type Reason } from "@lilink/model/matching";
import type { EngineData, LearnedVersion } from "./queries.ts";

type Report = LearnedVersion["report"];

/** What one version did for people, against the version that it was compared with. */
export type VersionChange = {
  /** Postings of that day's market whose first match became another, of how many. */
  readonly moved: number;
  readonly postings: number;
  /** Graded needs with a suitable first match, before and with the version, of how many. */
  readonly before: number;
  readonly right: number;
  readonly of: number;
};

/** The page in three sentences: what ranks, what it changed, and what is proposed. */
export type EngineSummary = {
  readonly inUse: string;
  readonly learned: LearnedVersion | null;
  /** Null while a version that was set by hand ranks. */
  readonly changed: VersionChange | null;
  readonly proposed: {
    readonly version: string;
    readonly madeAt: Date;
    readonly report: Report;
    readonly change: VersionChange;
  } | null;
};

export function toSummary({ inUse, versions }: Pick<EngineData, "inUse" | "versions">): EngineSummary {
  const learned = versions.find(({ version }) => version === inUse)?.learned ?? null;
  const open = versions.find(({ state }) => state === "proposed");
  return {
    inUse,
    learned,
    changed: learned ? changeOf(learned.report) : null,
    proposed: open?.learned
      ? {
          version: open.version,
          madeAt: open.learned.madeAt,
          report: open.learned.report,
          change: changeOf(open.learned.report),
        }
      : null,
  };
}

function changeOf({ golden, market }: Report): VersionChange {
  const { before, after } = golden.rightFirst;
  return {
    moved: market.firstPlacesMoved,
    postings: market.postings,
    before,
    right: after,
    of: golden.answerable,
  };
}

export type ChangeRow = {
  readonly key:
    | "firstPlaces"
    | "meanChange"
    | "goldenMoved"
    | "goldenRight"
    | "goldenCalibration"
    | "calibration";
  readonly before: string;
  readonly after: string;
};

/** What a version would change, line by line; where only the change itself is known, nothing stands under now. */
export function toChangeRows(
  { calibration, golden, market }: LearnedVersion["report"],
  locale: Locale,
  words: {
    readonly firstPlaces: (moved: number, postings: number) => string;
    readonly meanChange: (change: string, pairs: number) => string;
  },
): ChangeRow[] {
  const count = (value: number) => formatNumber(value, locale);
  const share = (value: number) => value.toFixed(3);
  return [
    { key: "firstPlaces", before: "", after: words.firstPlaces(market.firstPlacesMoved, market.postings) },
    { key: "meanChange", before: "", after: words.meanChange(share(market.meanChange), market.pairs) },
    { key: "goldenMoved", before: "", after: words.firstPlaces(golden.firstPlacesMoved, golden.needs) },
    { key: "goldenRight", before: count(golden.rightFirst.before), after: count(golden.rightFirst.after) },
    {
      key: "goldenCalibration",
      before: share(golden.calibration.before),
      after: share(golden.calibration.after),
    },
    { key: "calibration", before: share(calibration.before), after: share(calibration.after) },
  ];
}

/** Whether a version would move nobody: no first match of today's market or of the examples, and no score by a hundredth. */
export function changesNothing({ golden, market }: Report): boolean {
  return market.firstPlacesMoved === 0 && golden.firstPlacesMoved === 0 && Math.abs(market.meanChange) < 0.01;
}

export type VersionNames = {
  readonly learnedOn: (day: string, count: number) => string;
  readonly byHand: string;
};

/** What a version is called: by the day on which it was learned, and the count of that day; the others were set by people. */
export function versionName(version: string, words: VersionNames): string {
  const [, day, count] = /^learned-(\d{4}-\d{2}-\d{2})(?:-(\d+))?/.exec(version) ?? [];
  return day ? words.learnedOn(day, Number(count ?? 1)) : words.byHand;
}

export type Weight = EngineData["weights"][number];

/** What a weight does to a score: a cost takes away from it. [MT14] */
export const toSigned = (name: string, weight: number): number => (isCost(name) ? -weight : weight);

export type ExampleKey = "met" | "open" | "missed";
export type ExampleRow = { readonly key: string; readonly reason: Reason } & Readonly<
  Record<ExampleKey, number | null>
>;

/** Pairs that differ in one figure side by side, reason by reason, and what each comes to. */
export function toExampleRows(examples: EngineData["examples"]): readonly ExampleRow[] {
  const keyOf = ({ code }: Reason) => code.split("_")[0] ?? code;
  return examples.met.reasons.map((reason) => {
    const key = keyOf(reason);
    const of = (one: ExampleKey) => examples[one].reasons.find((own) => keyOf(own) === key)?.weight ?? null;
    return { key, reason, met: of("met"), open: of("open"), missed: of("missed") };
  });
}

/** With one decimal throughout, so that the figures align; what rounds to nothing has no sign. */
export function signedWeight(weight: number, locale: Locale): string {
  const text = weight.toFixed(1).replace("-0.0", "0.0");
  return `${Number(text) > 0 ? "+" : ""}${formatNumber(text, locale, "exact", 1)}`;
}

export const sumOf = (result: MatchResult): number =>
  result.reasons.reduce((whole, { weight }) => whole + weight, 0);

/** Weights of the version that ranks, from the heaviest: those that speak for a pair and those against it, and where every pair starts. */
export function toReasons(
  weights: readonly Weight[],
  { base, credit }: EngineData["start"],
): {
  readonly base: number;
  /** Where a pair starts of which nothing of the kind is asked for. */
  readonly highest: number;
  readonly speakFor: readonly Weight[];
  readonly speakAgainst: readonly Weight[];
  readonly most: number;
} {
  const met = Object.entries(credit).map(([name, weight]) => ({ name: `credit.${name}`, weight }));
  const signed = [...weights, ...met]
    .filter(({ name, weight }) => name !== "base" && weight !== 0)
    .map(({ name, weight }) => ({ name, weight: toSigned(name, weight) }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return {
    base,
    highest: base + met.reduce((sum, { weight }) => sum + weight, 0),
    speakFor: signed.filter(({ weight }) => weight > 0),
    speakAgainst: signed.filter(({ weight }) => weight < 0),
    most: Math.abs(signed[0]?.weight ?? 1),
  };
}
