import { shippedDefinitions } from "@lilink/model/goals/definition/shipped";
import {
  planTables,
  type Report,
  settleAnswers,
  type TablePlan,
  toContributions,
  toSigner,
  withAnswers,
} from "@lilink/model/goals/release/making";
import { mustQuery } from "../must.ts";
import type { Role, World } from "../world.ts";
import type { Figure, Told } from "./released-table.ts";

export type ReadRelease = {
  readonly publicId: string;
  readonly period: string;
  readonly figures: readonly Figure[];
  readonly plans: readonly TablePlan[];
};

type Head = {
  readonly publicId: string;
  readonly period: string;
  /** Every indicator of the release, also one whose figures this reader does not get. */
  readonly coverage: readonly { readonly indicator: string }[];
};

/** Every release that the reader may see, with all its figures, page by page. */
export async function readReleases(world: World, reader: Role | "visitor"): Promise<readonly ReadRelease[]> {
  const heads = await readPages<Head>(world, reader, "release.list");
  const found: ReadRelease[] = [];
  for (const { publicId, period, coverage } of heads) {
    const figures = await readPages<Figure>(world, reader, "release.figures", { publicId });
    const shown = shippedDefinitions.filter((one) =>
      coverage.some(({ indicator }) => indicator === one.indicator),
    );
    found.push({ publicId, period, figures, plans: planTables(shippedDefinitions, shown) });
  }
  return found;
}

type Page<T> = { readonly items: readonly T[]; readonly nextCursor: string | null };

async function readPages<T>(
  { who }: World,
  reader: Role | "visitor",
  path: string,
  input: object = {},
): Promise<readonly T[]> {
  const items: T[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const asked = { ...input, limit: 100, ...(cursor ? { cursor } : {}) };
    const page: Page<T> = await mustQuery<Page<T>>(who[reader], path, asked);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

/** By table, what each release told of it, with the returns behind it, which an attacker holds its own part of. */
export async function readTold(
  world: World,
  releases: readonly ReadRelease[],
): Promise<ReadonlyMap<string, readonly Told[]>> {
  const tables = new Map<string, Told[]>();
  for (const release of releases) {
    const reports = await readReports(world, release.publicId);
    for (const plan of release.plans) {
      const codes = plan.members.map(({ component }) => component.code);
      const own = reports.filter(({ component }) => codes.includes(component));
      const periods = [...new Set(own.map(({ period }) => period))];
      // A figure of a year is the sum of its quarters, or not linked with them at all.
      if (plan.faces.length === 0 || periods.length === 0) continue;
      if (periods.length > 1 && plan.overTime !== "sum") continue;
      const signed = withAnswers(plan);
      const sign = toSignerOf(plan, reports);
      const lists = periods.map((period) =>
        toContributions(
          signed,
          own.flatMap((one) => (one.period === period ? [{ ...one, answered: sign(one) }] : [])),
          { known: new Set(), waived: new Set() },
        ),
      );
      const settled = settleAnswers(signed, lists);
      const parts = periods.map((period, at) => ({ period, contributions: settled.lists[at] ?? [] }));
      const told = { plan: settled.plan, period: release.period, parts, figures: release.figures };
      tables.set(plan.root, [...(tables.get(plan.root) ?? []), told]);
    }
  }
  return tables;
}

/** In which ratios a report counts, by who reported their other parts. [RL15] */
function toSignerOf(plan: TablePlan, reports: readonly Report[]): (report: Report) => string {
  const periods = new Map<string, number>();
  const answers = new Set<Report>();
  for (const { root, codes, overTime } of plan.pairs.flatMap((pair) => pair.parts)) {
    const given = reports.filter(({ component }) => codes.includes(component));
    const all = [...new Set(given.map(({ period }) => period))].sort();
    const counted = overTime === "last" ? all.slice(-1) : all;
    periods.set(root, counted.length);
    for (const one of given) if (counted.includes(one.period)) answers.add(one);
  }
  return toSigner(plan, [...answers], periods);
}

/** What firms reported to a release, of each round that it was made from, as the owner of the tables sees it. */
async function readReports({ owner }: World, publicId: string): Promise<readonly Report[]> {
  const { rows } = await owner.query<Report>(
    `select v.component, f.organization_id as "organizationId", coalesce(f.group_id, f.organization_id)::text as "group",
       r.period, f.province, f.size, split_part(f.sheet, '.', 1) as link, v.place, trim_scale(sum(v.value))::text as value
     from figure_release e join release_source s on s.release_id = e.id join return_form f on f.id = s.form_id
       join return_round r on r.id = f.round_id
       join return_value v on v.form_id = s.form_id and v.version = s.version
     where e.public_id = $1 and v.value is not null
     group by v.component, f.organization_id, f.group_id, r.period, f.province, f.size, link, v.place`,
    [publicId],
  );
  return rows;
}
