import type { DisclosureParameters, Release, ReleaseInput } from "@lilink/engine/disclosure";
import type { Definition } from "@lilink/model/goals/definition";
import type { FigureCell } from "@lilink/model/goals/release";
import {
  bandedMeasures,
  bandFigures,
  CellBook,
  type FigureBand,
  GroupBook,
  listReported,
  measureFigures,
  needsOf,
  placesOf,
  readMeasure,
  type Spread,
  type TablePlan,
  toFigures,
} from "@lilink/model/goals/release/making";
import type { ReleasePlan } from "./read-plan.ts";
import type { TableInput } from "./read-table.ts";

/** Decides what of one table is published; the worker does it in threads of its own, so that other jobs go on. */
export type Protect = (input: ReleaseInput) => Promise<Release>;

export type Maker = { readonly protect: Protect; readonly parameters: DisclosureParameters };

export type Made = {
  readonly figures: readonly FigureCell[];
  readonly bands: readonly FigureBand[];
  /** By indicator, how many bodies left out a part of one of its ratios. */
  readonly left: ReadonlyMap<string, number>;
};

/** So many tables are read ahead of those that are being protected. */
const ahead = 4;

/** Protects every table of a release and works out what follows from them: sums, measures and bands. [RL2], [RL7], [RL10] */
export async function makeFigures(
  release: ReleasePlan,
  planned: readonly TablePlan[],
  read: (planned: TablePlan) => Promise<TableInput>,
  { protect, parameters }: Maker,
): Promise<Made> {
  const { definitions, shown } = release;
  const components = new Map(definitions.flatMap((one) => one.components).map((one) => [one.code, one]));
  const sums = new Map<string, readonly FigureCell[]>();
  const cells = new CellBook();
  const groups = new GroupBook(parameters, release.changed);
  const keep = toKeeper(shown, groups);
  const left = new Map<string, Set<string>>();
  // The largest first, so that no thread is left alone with it in the end.
  const plans = planned.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const work = async () => {
    for (let next = plans.shift(); next; next = plans.shift()) {
      const { plan, left: leftHere, ...input } = await read(next);
      for (const [indicator, bodies] of leftHere)
        left.set(indicator, new Set([...(left.get(indicator) ?? []), ...bodies]));
      // Nobody reported anything anywhere: no figure yet, rather than nought.
      if (input.contributions.length === 0) continue;
      keep(plan, input.contributions);
      if (plan.faces.length === 0) continue;
      // What the office files are national figures of its own, and no firm's.
      const table = await protect({ ...input, parameters: plan.basis === "office" ? {} : parameters });
      cells.add(plan, table.cells, listReported(plan, input.contributions));
      sums.set(
        plan.root,
        plan.faces.flatMap((face) => toFigures(plan, face, table.cells)),
      );
    }
  };
  await Promise.all(Array.from({ length: ahead }, work));
  const told = [...sums.keys()].sort().flatMap((root) => sums.get(root) ?? []);
  return {
    figures: shown.flatMap((definition) => [
      ...measureFigures(definition, components, cells, toSpread(groups)),
      ...told.filter(({ indicator }) => indicator === definition.indicator),
    ]),
    bands: shown.flatMap((one) => (one.basis === "returns" ? bandFigures(one, groups) : [])),
    left: new Map([...left].map(([indicator, bodies]) => [indicator, bodies.size])),
  };
}

/** How many cells a table has at most, but for those of sums. */
const sizeOf = ({ dimensions }: TablePlan) =>
  dimensions.reduce((size, { tree }) => size * Math.max(1, Object.values(tree).flat().length), 1);

const toSpread =
  (groups: GroupBook): Spread =>
  (name, component, at, count) =>
    name === "median" ? groups.median(component, at) : groups.topShare(component, at, count);

/** What of a table is kept by group: all of it where shares or medians are asked, else the places that bands need. */
function toKeeper(shown: readonly Definition[], groups: GroupBook) {
  const spread = new Set<string>();
  const places = new Map<string, ReturnType<typeof placesOf>[]>();
  for (const definition of shown) {
    for (const need of definition.measures.flatMap((one) => needsOf(definition, readMeasure(one.expression))))
      if (need.kind === "spread") spread.add(need.component);
    for (const need of bandedMeasures(definition).flatMap(({ needs }) => needs))
      places.set(need.component, [...(places.get(need.component) ?? [{}]), placesOf(need)]);
  }
  return (plan: TableInput["plan"], contributions: TableInput["contributions"]) => {
    if (spread.has(plan.root)) groups.keep(plan, contributions);
    for (const at of places.get(plan.root) ?? []) groups.keepAt(plan, contributions, at);
  };
}
