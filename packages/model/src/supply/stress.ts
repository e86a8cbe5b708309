import { toInputError } from "../error/index.ts";

/** From a week on, for some weeks (without end if untold), a source gives less: `cut` 0 to 1. */
export type Shock = {
  readonly source: string;
  readonly cut: number;
  readonly fromWeek: number;
  readonly weeks?: number;
};

/** From a week on sources give more: at once, or by `ramp` a week until `rise` is reached; both are shares of their usual amount. */
export type Response = {
  readonly sources: readonly string[];
  readonly rise: number;
  readonly ramp?: number;
  readonly fromWeek: number;
  readonly weeks?: number;
};

/** An ordinary week, in one unit. `upstream`: what the link before gives. */
export type WeeklySupply = {
  readonly demand: number;
  readonly domestic: number;
  readonly recycled: number;
  readonly upstream: number;
  readonly sources: Readonly<Record<string, number>>;
  readonly stock: number;
};

/** One link alone. */
export type StressCase = Omit<WeeklySupply, "upstream"> & {
  readonly shocks: readonly Shock[];
  readonly responses: readonly Response[];
  readonly weeks: number;
};

export type StressWeek = {
  readonly supply: number;
  readonly drawn: number;
  readonly unmet: number;
  /** What is left in store at the end of the week. */
  readonly stock: number;
};

export type StressResult = {
  /** The first week, from 1, in which something is missing. */
  readonly firstShortWeek: number | null;
  readonly unmet: number;
  /** Of the whole demand. */
  readonly share: number;
  /** What the store gave. */
  readonly drawn: number;
  readonly weeks: readonly StressWeek[];
};

/** The longest run that is counted: ten years. */
export const longestRun = 520;

const within = (
  { fromWeek, weeks = Infinity }: { readonly fromWeek: number; readonly weeks?: number },
  week: number,
) => week >= fromWeek && week < fromWeek + weeks;

/** What a source still gives in a week, as a factor of its usual amount: each shock takes its cut of it, each response adds to it. [SU7] */
export function factorOf(
  source: string,
  week: number,
  { shocks, responses }: Pick<StressCase, "shocks" | "responses">,
): number {
  let factor = 1;
  for (const shock of shocks) if (shock.source === source && within(shock, week)) factor *= 1 - shock.cut;
  for (const response of responses)
    if (response.sources.includes(source) && within(response, week)) {
      const { rise, ramp = Infinity, fromWeek } = response;
      factor *= 1 + Math.min(rise, ramp * (week - fromWeek + 1));
    }
  return factor;
}

/**
 * Supply against demand week by week. The store gives only what is short, and is not filled again. [SU7]
 * @throws LilinkError INVALID_INPUT for a cut outside 0 to 1, an amount below zero or a run that is too long
 * @example runStress({ demand: 10, domestic: 0, recycled: 0, sources: { A: 10 }, shocks: [{ source: "A", cut: 1, fromWeek: 1 }], responses: [], stock: 25, weeks: 4 }).firstShortWeek // 3
 */
export function runStress(given: StressCase): StressResult {
  requireCase(given);
  const rows = runWeeks(
    { ...given, upstream: 0 },
    given,
    Array.from({ length: given.weeks }, () => 1),
  );
  return summed(rows, given.demand);
}

/**
 * Week by week what one link has, draws from its store and lacks. [SU7] [SU8]
 * @param metBefore for each week, which share of its demand the link before it met
 */
export function runWeeks(
  { demand, domestic, recycled, upstream, sources, stock: begun }: WeeklySupply,
  happens: Pick<StressCase, "shocks" | "responses">,
  metBefore: readonly number[],
): readonly StressWeek[] {
  let stock = begun;
  return metBefore.map((met, at) => {
    const imported = Object.entries(sources).reduce(
      (sum, [source, amount]) => sum + amount * factorOf(source, at + 1, happens),
      0,
    );
    const supply = domestic + recycled + upstream * met + imported;
    const short = Math.max(0, demand - supply);
    const drawn = Math.min(stock, short);
    stock -= drawn;
    return { supply, drawn, unmet: short - drawn, stock };
  });
}

/** The sum of a run. What rounding leaves is no shortage. */
export function summed(weeks: readonly StressWeek[], demand: number): StressResult {
  const room = Math.max(1, demand) * 1e-9;
  const first = weeks.findIndex(({ unmet }) => unmet > room);
  const unmet = weeks.reduce((sum, week) => sum + (week.unmet > room ? week.unmet : 0), 0);
  return {
    firstShortWeek: first < 0 ? null : first + 1,
    unmet,
    share: demand > 0 && weeks.length > 0 ? unmet / (demand * weeks.length) : 0,
    drawn: weeks.reduce((sum, week) => sum + week.drawn, 0),
    weeks,
  };
}

function requireCase({
  shocks,
  responses,
  stock,
  weeks,
  demand,
  domestic,
  recycled,
  sources,
}: StressCase): void {
  const least = { demand, domestic, recycled, stock, ...sources };
  for (const [field, value] of Object.entries(least))
    if (!(value >= 0)) throw toInputError([{ field, rule: "tooSmall", params: { min: 0 } }]);
  if (!(weeks >= 1 && weeks <= longestRun))
    throw toInputError([{ field: "weeks", rule: "tooLarge", params: { max: longestRun } }]);
  for (const { source, cut } of shocks) {
    if (!(source in sources))
      throw toInputError([{ field: "shocks", rule: "notInList", params: { source } }]);
    if (!(cut >= 0 && cut <= 1)) throw toInputError([{ field: "cut", rule: "tooLarge", params: { max: 1 } }]);
  }
  for (const { sources: named } of responses)
    for (const source of named)
      if (!(source in sources))
        throw toInputError([{ field: "responses", rule: "notInList", params: { source } }]);
}
