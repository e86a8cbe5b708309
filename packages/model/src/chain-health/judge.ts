import { daysBetween } from "../calendar/index.ts";
import { type Concept, concepts } from "../chain/index.ts";
import { createRandom } from "../random/create-random.ts";
import { type FactorId, type FactorRule, type HealthRules, healthRulesOn } from "./factor.ts";
import { rankIntervals } from "./rank.ts";
import { type Bounds, type Factor, normalise, scoreOf } from "./score.ts";

/** Where a figure is from: the screen names it and leads there. */
export const factSources = [
  "trade",
  "release",
  "rate",
  "gap",
  "patent",
  "posting",
  "laboratory",
  "production",
] as const;
export type FactSource = (typeof factSources)[number];

/** What is known of one factor of one node, in the factor's own unit, as everybody may read it. */
export type FactorFact = {
  readonly node: string;
  readonly factor: FactorId;
  readonly low: number;
  readonly high: number;
  /** Why it is no single number. */
  readonly why?: "withheld" | "uncertain" | undefined;
  /** The day that it speaks of. */
  readonly asOf: string;
  readonly source: FactSource;
  /** The path of the page that shows it. */
  readonly path: string;
  /** Made up by us. */
  readonly sample?: true | undefined;
};

export type WideReason = "missing" | "withheld" | "uncertain" | "aged";

/** A factor of a node, 0 to 1 where 1 is weakest, with what it was judged by. */
export type JudgedFactor = {
  readonly factor: FactorId;
  readonly weight: number;
  readonly low: number;
  readonly high: number;
  readonly why: WideReason | null;
  readonly fact: FactorFact | null;
  readonly ageDays: number | null;
};

export type HealthNode = {
  readonly concept: string;
  readonly factors: readonly JudgedFactor[];
  /** How many of them are known beside what registers of laboratories say. */
  readonly known: number;
  readonly arithmetic: Bounds;
  readonly geometric: Bounds;
  /** Null where nothing is known: a rank would say nothing. */
  readonly rank: { readonly low: number; readonly mid: number; readonly high: number } | null;
};

/** Nodes of the chain that are judged: all concepts. */
export const healthNodes: readonly string[] = concepts.map(({ id }) => id);

/**
 * Judges every node by what is known of it on a day. Nothing but these facts goes in: a withheld figure is there as its published bounds, so
 * that no score says more of it than they do. [WL5] [WL7]
 * @param seed of the draws: the same facts, day and seed give the same ranks
 */
export function judgeHealth(facts: readonly FactorFact[], day: string, seed: number): readonly HealthNode[] {
  const rules = healthRulesOn(day);
  const byNode = new Map<string, FactorFact[]>();
  for (const fact of facts) {
    const own = byNode.get(fact.node);
    if (own) own.push(fact);
    else byNode.set(fact.node, [fact]);
  }
  // Facts share few days.
  const ages = new Map([...new Set(facts.map(({ asOf }) => asOf))].map((of) => [of, ageOn(of, day)]));
  const judged = concepts.map((concept) => judgeNode(concept, byNode.get(concept.id) ?? [], rules, ages));
  const weights = rules.factors.map(({ weight }) => weight);
  const ranked = rankIntervals(
    judged
      .filter(({ known }) => known > 0)
      .map(({ concept, factors }) => ({ id: concept, factors: toFactors(rules, factors) })),
    weights,
    createRandom(seed),
  );
  const rankOf = new Map(ranked.map(({ id, low, mid, high }) => [id, { low, mid, high }]));
  return judged.map((node) => ({ ...node, rank: rankOf.get(node.concept) ?? null }));
}

function judgeNode(
  concept: Concept,
  facts: readonly FactorFact[],
  rules: HealthRules,
  ages: Ages,
): Omit<HealthNode, "rank"> {
  const factors = rules.factors
    .filter((rule) => applies(rule, concept))
    .map((rule) =>
      judgeFactor(
        rule,
        facts.filter(({ factor }) => factor === rule.id),
        ages,
      ),
    );
  const { arithmetic, geometric } = scoreOf(
    factors.map(({ low, high }) => [low, high]),
    factors.map(({ weight }) => weight),
  );
  return {
    concept: concept.id,
    factors,
    known: factors.filter(({ factor, fact }) => fact !== null && factor !== "laboratory").length,
    arithmetic: roundOut(arithmetic),
    geometric: roundOut(geometric),
  };
}

/**
 * How many factors of a node have a figure: what every page says of it. That a laboratory stands there is one; it alone gives no rank.
 * @example countFigures([{ fact: null }]) // 0
 */
export const countFigures = (factors: readonly { readonly fact: unknown }[]): number =>
  factors.filter(({ fact }) => fact !== null).length;

/** Whether a figure behind a score is old or withheld. */
export function isHatched(factors: readonly JudgedFactor[]): boolean {
  return factors.some(({ fact, why }) => fact !== null && (why === "aged" || why === "withheld"));
}

/** Whether a factor is asked of a node. */
export function applies({ types, links }: FactorRule, { type, link }: Pick<Concept, "type" | "link">) {
  return types.includes(type) && (links === undefined || links.includes(link));
}

/** How many days old a figure is, by the day that it speaks of. */
type Ages = ReadonlyMap<string, number>;
const ageOn = (asOf: string, day: string) => Math.max(0, daysBetween(asOf, day));

/** Of several facts the newest counts; of those of one day the weakest. */
function judgeFactor(rule: FactorRule, facts: readonly FactorFact[], ages: Ages): JudgedFactor {
  const [fact] = facts.toSorted((a, b) =>
    a.asOf === b.asOf ? weakest(rule, b, a) : a.asOf < b.asOf ? 1 : -1,
  );
  if (!fact)
    return {
      factor: rule.id,
      weight: rule.weight,
      low: 0,
      high: 1,
      why: "missing",
      fact: null,
      ageDays: null,
    };
  const ageDays = ages.get(fact.asOf) as number;
  const ends = [normalise(fact.low, rule), normalise(fact.high, rule)];
  const open = openedBy(ageDays, rule.halfLife);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  return {
    factor: rule.id,
    weight: rule.weight,
    low: low * (1 - open),
    high: high + (1 - high) * open,
    why: fact.why ?? (open > 0 ? "aged" : null),
    fact,
    ageDays,
  };
}

const weakest = (rule: FactorRule, a: FactorFact, b: FactorFact) =>
  normalise(a.high, rule) - normalise(b.high, rule);

/** How far the bounds of an old figure open: not at all within its half-life, half of the way after another one. [WL8] */
export function openedBy(ageDays: number, halfLife: number): number {
  return ageDays <= halfLife ? 0 : 1 - 2 ** (1 - ageDays / halfLife);
}

/** The factors of a node in the order of the rules; one that does not apply is left out of sums. */
function toFactors(rules: HealthRules, judged: readonly JudgedFactor[]): readonly (Factor | undefined)[] {
  const byId = new Map(judged.map((one) => [one.factor, one]));
  return rules.factors.map(({ id }): Factor | undefined => {
    const one = byId.get(id);
    return one && (one.low === one.high ? one.low : [one.low, one.high]);
  });
}

const steps = [0.001, 0.01, 0.05] as const;

/** Bounds as they are published: outward to a step that their width warrants, so that digits say nothing more. [WL7] */
export function roundOut([low, high]: Bounds): Bounds {
  const step = steps.find((one) => high - low <= one * 10) ?? 0.05;
  const down = Math.floor(low / step + 1e-9) * step;
  const up = Math.ceil(high / step - 1e-9) * step;
  return [tidy(Math.max(0, down)), tidy(Math.min(1, up))];
}

const tidy = (value: number) => Number(value.toFixed(4));
