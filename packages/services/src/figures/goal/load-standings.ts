import { goalRefSchema } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError } from "@lilink/model/error";
import {
  type Bilingual,
  findGoal,
  findIndicator,
  type Goal,
  type GoalPart,
  goals,
  leadPart,
  listGoalParts,
  type MeasureFigures,
  type PartStanding,
  type Standing,
  type StandingCourse,
  type YearFigure,
} from "@lilink/model/goals";
import { type Definition, type DefinitionBasis, decimalsOf } from "@lilink/model/goals/definition";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { definitionsInForce } from "../definition/definitions-in-force.ts";
import { type FigureSeries, readLatest } from "../release/latest-figures.ts";
import { type JudgedBy, judgeOnce } from "./judge-once.ts";
import { keepCourses } from "./keep-courses.ts";
import { type Adoption, readAdoptions } from "./read-adoptions.ts";
import { readFloor } from "./read-floor.ts";
import { readRevisions } from "./read-revisions.ts";

/** The release that a figure is from: its public id, its age, and the share of owed returns behind it. */
export type StandingRelease = {
  readonly publicId: string;
  readonly frozenAt: Date;
  readonly ageDays: number;
  readonly coverage: number | null;
};

/** One measure of a goal, its name, who files what it is made of, and the release or the series that its figure is from. */
export type GoalPartStanding = PartStanding & {
  readonly name: Bilingual;
  readonly basis: DefinitionBasis | null;
  readonly release: string | null;
  readonly series: Pick<Adoption, "series" | "vintage" | "source"> | null;
};

/** Where a goal stands, and how sure that is. */
export type GoalStanding = Omit<Standing, "parts"> & {
  readonly parts: readonly GoalPartStanding[];
  readonly release: StandingRelease | null;
  /** The release that the figure of the running year is from. */
  readonly toDateRelease: string | null;
};

/** The same with its course: its years, the way to its target and where its pace would lead. */
export type GoalCourse = GoalStanding & StandingCourse;

/** Every goal judged by what this reader may see released, as of today ([PG9]–[PG22]). */
export const loadStandings = defineQuery({
  name: "goal.standings",
  input: z.object({}),
  authorize: { action: "goal.browse" },
  run: async (ctx) => ({ standings: await readCourses(ctx, goals) }),
});

/** One goal alone. */
export const loadStanding = defineQuery({
  name: "goal.standing",
  input: goalRefSchema,
  authorize: { action: "goal.browse" },
  run: (ctx, { id }): Promise<GoalCourse> => readCourse(ctx, id),
});

/** The same for whoever needs them inside another verb. */
export async function readStandings(ctx: Context): Promise<readonly GoalStanding[]> {
  return (await readCourses(ctx, goals)).map(({ years: _years, path: _path, ...standing }) => standing);
}

/** @throws LilinkError NOT_FOUND */
export async function readCourse(ctx: Context, id: string): Promise<GoalCourse> {
  const goal = findGoal(id);
  const [course] = goal ? await readCourses(ctx, [goal]) : [];
  if (!course) throw new LilinkError("NOT_FOUND", { kind: "goal", id });
  return course;
}

/** All that goals are judged by, read once for all that are asked. */
type Ground = {
  readonly series: readonly FigureSeries[];
  readonly adoptions: readonly Adoption[];
  readonly revisions: ReadonlyMap<string, string>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly floor: number;
};

/** Goals judged by all that this reader may see released, which is read once for all of them. */
export function readCourses(ctx: Context, asked: readonly Goal[]): Promise<readonly GoalCourse[]> {
  const year = Number(toShanghaiDate(ctx.now).slice(0, 4));
  const key = JSON.stringify([year, asked.map(({ id }) => id)]);
  return keepCourses(ctx, key, () => judgeCourses(ctx, asked, year));
}

async function judgeCourses(
  ctx: Context,
  asked: readonly Goal[],
  year: number,
): Promise<readonly GoalCourse[]> {
  const parts = asked.flatMap(listGoalParts);
  const indicators = [...new Set(parts.map(({ indicator }) => indicator))];
  const measures = parts.flatMap(({ measure }) => measure ?? []);
  const definitions = await definitionsInForce(ctx, String(year), { of: indicators });
  const ground: Ground = {
    series: await readLatest(ctx, { indicators, measures, dimensions: [] }),
    adoptions: await readAdoptions(ctx, indicators),
    revisions: await readRevisions(ctx, indicators),
    definitions: new Map(definitions.map((one) => [one.indicator, one])),
    floor: (await readFloor(ctx)).percent,
  };
  return asked.map((goal) => toGoalCourse(ground, goal, year));
}

function toGoalCourse(ground: Ground, goal: Goal, year: number): GoalCourse {
  const [head, ...others] = listGoalParts(goal).map((part) => figuresOf(ground, part));
  const { figures = [], unit = "", judgedBy, range, decimals } = head ?? {};
  const by: JudgedBy = {
    figures,
    unit,
    ...(judgedBy ? { judgedBy } : {}),
    ...(range === undefined ? {} : { range }),
    ...(decimals === undefined ? {} : { decimals }),
    others: others.flatMap((one) => one ?? []),
    floor: ground.floor,
  };
  const { standing, course } = judgeOnce(goal, by, year);
  const parts = standing.parts.map((part): GoalPartStanding => {
    const definition = ground.definitions.get(part.indicator);
    const release = releaseOf(ground, part, part.now)?.publicId ?? null;
    const taken = release
      ? undefined
      : adoptedFor(ground, part).find(({ period }) => period === part.now?.period);
    return {
      ...part,
      name: nameOf(definition, part),
      basis: definition?.basis ?? null,
      release,
      series: taken ? { series: taken.series, vintage: taken.vintage, source: taken.source } : null,
    };
  });
  const first = standing.method === "conformity" ? standing.parts[0] : leadPart(standing.parts);
  const from = (now: YearFigure | null) => (first ? releaseOf(ground, first, now) : null);
  return {
    ...standing,
    parts,
    ...course,
    release: from(standing.now),
    toDateRelease: from(standing.toDate)?.publicId ?? null,
  };
}

type Measured = Pick<PartStanding, "indicator" | "measure">;

const seriesOf = ({ series }: Ground, { indicator, measure }: Measured) =>
  series.find((one) => one.indicator === indicator && (measure ? one.measure === measure : one.headline));

const measureOf = ({ definitions }: Ground, { indicator, measure }: Measured) =>
  definitions.get(indicator)?.measures.find(({ code }, at) => (measure ? code === measure : at === 0));

/** What officers took from series for a measure. [GO12] */
function adoptedFor(ground: Ground, measured: Measured): readonly Adoption[] {
  const code = measureOf(ground, measured)?.code;
  return ground.adoptions.filter((one) => one.indicator === measured.indicator && one.measure === code);
}

/** The figures of one measure of a goal, with what its definition says of them. [PG9], [PG10] */
function figuresOf(ground: Ground, part: GoalPart): MeasureFigures | null {
  const { indicator } = part;
  const measure = part.measure ?? null;
  const measured = { indicator, measure };
  const found = seriesOf(ground, measured);
  const own = measureOf(ground, measured);
  const unit = found?.unit ?? own?.unit;
  const released = (found?.figures ?? []).map(({ period, value, low, high, coverage }) => ({
    ...{ period, value, low, high, coverage },
    revised: ground.revisions.get(`${indicator} ${found?.measure}`) ?? null,
  }));
  const periods = new Set(released.map(({ period }) => period));
  const adopted = adoptedFor(ground, measured)
    .filter(({ period }) => !periods.has(period))
    .map(({ period, low, high }) =>
      low === high ? { period, value: low, low: null, high: null } : { period, value: null, low, high },
    );
  const figures = [...released, ...adopted];
  if (figures.length === 0 || unit === undefined) return null;
  const definition = ground.definitions.get(indicator);
  const isHead = definition?.measures[0]?.code === own?.code;
  return {
    ...{ indicator, measure, unit, figures },
    ...(definition?.judgedBy ? { judgedBy: definition.judgedBy } : {}),
    range: (isHead ? definition?.range : undefined) ?? (unit === "%" ? ["0", "100"] : null),
    ...(own ? { decimals: decimalsOf(own) } : {}),
  };
}

function nameOf(definition: Definition | undefined, { indicator, measure }: Measured): Bilingual {
  const sheet = findIndicator(indicator)?.name ?? { zh: indicator, en: indicator };
  return definition?.measures.find(({ code }) => code === measure)?.name ?? sheet;
}

/** The release of a year's figure; of one that is added up, that of its last part. */
function releaseOf(ground: Ground, measured: Measured, now: YearFigure | null): StandingRelease | null {
  const figures = seriesOf(ground, measured)?.figures ?? [];
  const figure =
    now &&
    (figures.find(({ period }) => period === now.period) ??
      figures.findLast(({ period }) => period.startsWith(String(now.year))));
  if (!figure) return null;
  const { release, frozenAt, ageDays, coverage } = figure;
  return { publicId: release, frozenAt, ageDays, coverage };
}
