import type { Contribution } from "@lilink/engine/disclosure";
import type { AuditTable } from "@lilink/engine/testing";
import type { TablePlan } from "@lilink/model/goals/release/making";

/** A figure as anybody reads it. */
export type Figure = {
  readonly indicator: string;
  readonly measure: string;
  readonly dimensions: readonly string[];
  readonly place: readonly string[];
  readonly status: string;
  readonly value: string | null;
};

/** What was put into a table in one period, and what a release of that or of a longer period told of it. */
export type Told = {
  readonly plan: Pick<TablePlan, "root" | "dimensions" | "faces" | "members" | "pairs">;
  readonly period: string;
  readonly parts: readonly { readonly period: string; readonly contributions: readonly Contribution[] }[];
  readonly figures: readonly Figure[];
};

/** A finest place of what a release told, by the leaf of the system that it is. */
export type Leaf = { readonly place: number; readonly at: readonly string[] };

export type ReleasedTable = {
  readonly audit: AuditTable;
  readonly names: readonly string[];
  /** In the order of what was told. */
  readonly leaves: readonly (readonly Leaf[])[];
};

/**
 * All that releases told of one table, as one system: a leaf for each finest place of each period with what groups put in, a
 * cell for each figure. What two releases tell of the same returns is told of the same leaf.
 * @param known groups whose figures everybody has: they are taken off
 */
export function toReleasedTable(
  told: readonly Told[],
  known: ReadonlySet<string> = new Set(),
): ReleasedTable {
  const leaves: Map<string, number>[] = [];
  const places = new Map<string, number>();
  const cells: AuditTable["cells"][number][] = [];
  const names: string[] = [];
  const all: Leaf[][] = [];
  for (const { plan, period, parts, figures } of told) {
    const own = parts
      .flatMap((part) => [...leavesOf(part, known)])
      .map(([key, at, sums]) => {
        const place = places.get(key) ?? leaves.push(sums) - 1;
        places.set(key, place);
        return { place, at };
      });
    all.push(own);
    for (const [name, { figure, isTold }] of unlike(plan, figures)) {
      const inside = own.filter(({ at }) => isWithin(plan, at, figure)).map(({ place }) => place);
      if (inside.length === 0) continue;
      names.push(`${plan.root} ${period} ${name}`);
      cells.push({ leaves: inside, published: isTold, unsafe: false, protection: 0 });
    }
  }
  return { audit: { leaves, cells }, names, leaves: all };
}

/** The figures of a table by place: told where one of its indicators tells it. */
function unlike({ faces, root, dimensions: known }: Told["plan"], figures: readonly Figure[]) {
  const found = new Map<string, { readonly figure: Figure; readonly isTold: boolean }>();
  for (const figure of figures) {
    const { indicator, measure, dimensions, place, status } = figure;
    const isFace = faces.some(
      (one) => one.indicator === indicator && [one.component.code, root].includes(measure),
    );
    const isPlaced = dimensions.every((id, at) => place[at] === "all" || known.some((one) => one.id === id));
    if (!isFace || !isPlaced) continue;
    const name = dimensions.map((id, at) => `${id}=${place[at]}`).join(" ") || "all";
    found.set(name, { figure, isTold: status === "published" || (found.get(name)?.isTold ?? false) });
  }
  return found;
}

/** Finest places of a period by what tells them apart: the same returns are the same leaf in whatever release. */
function* leavesOf(
  { period, contributions }: Told["parts"][number],
  known: ReadonlySet<string>,
): Generator<readonly [key: string, at: readonly string[], sums: Map<string, number>]> {
  const byPlace = new Map<string, { readonly at: readonly string[]; readonly sums: Map<string, number> }>();
  for (const { group, at, value } of contributions) {
    if (known.has(group)) continue;
    const { sums } = byPlace.get(at.join()) ?? { sums: new Map<string, number>() };
    byPlace.set(at.join(), { at, sums: sums.set(group, (sums.get(group) ?? 0) + Number(value)) });
  }
  for (const [place, { at, sums }] of byPlace)
    yield [`${period} ${place} ${JSON.stringify([...sums].sort())}`, at, sums];
}

export function isWithin(
  { dimensions }: Pick<Told["plan"], "dimensions">,
  at: readonly string[],
  { dimensions: ids, place }: Pick<Figure, "dimensions" | "place">,
): boolean {
  return dimensions.every(({ id, tree }, axis) => {
    const code = place[ids.indexOf(id)];
    return code === undefined || code === "all" || below(tree, code).has(at[axis] ?? "");
  });
}

function below(tree: Readonly<Record<string, readonly string[]>>, code: string): ReadonlySet<string> {
  return new Set([code, ...(tree[code] ?? []).flatMap((part) => [...below(tree, part)])]);
}
