import type { Database } from "@lilink/db";
import { figureRelease, jobDone, returnRound } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { type Period, parsePeriod, periodEnd, periodOfDay, shiftPeriod } from "@lilink/model/return";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { definitionsInForce } from "../../figures/definition/definitions-in-force.ts";
import { askRelease } from "../../figures/release/ask-release.ts";
import type { Maker } from "../../figures/release/make-figures.ts";
import { makeRelease } from "../../figures/release/make-release.ts";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { findPrincipal } from "./seed-meetings.ts";
import { addOwnFigures } from "./seed-own-figures.ts";
import { addReporters, addReports } from "./seed-reports.ts";

const releasesJob = { jobId: "01900000-0000-7000-8000-00000000de31", name: "demo.releases" };
const dayMilliseconds = 86_400_000;
/** Days after a period's end on which its first release was made. */
const releasedAfter = 100;

/**
 * Quarters before the one that waits for its release, and years, that are released, of some of these each quarter too. Firms reported
 * from the first of the years on, each quarter, and of the last so many years each month.
 */
export type DemoPast = {
  readonly quarters: number;
  readonly years: readonly number[];
  readonly byQuarter: readonly number[];
  readonly monthly: number;
};

// Of one year the quarters are released too, so that a year can be held against what its quarters told.
const demoPast: DemoPast = {
  quarters: 2,
  years: [2021, 2022, 2023, 2024, 2025],
  byQuarter: [2022],
  monthly: 2,
};

/**
 * Past periods of the demo: invented firms reported, and the worker's own way made the releases, by the sealed parameters,
 * as of the days on which they would have come. The quarter before this one has reports and waits for its release. A run that
 * was cut short is completed by the next.
 */
export async function seedReleases(given: {
  readonly owner: Database;
  readonly app: Kernel;
  readonly worker: Kernel;
  readonly maker: Maker;
  readonly past?: DemoPast;
}): Promise<number> {
  const { owner, app, worker, maker, past = demoPast } = given;
  if ((await owner.$count(jobDone, eq(jobDone.jobId, releasesJob.jobId))) > 0) return 0;
  const officer = await findPrincipal(owner, "officer@group.example");
  const last = shiftPeriod(periodOfDay(toShanghaiDate(app.clock()), "quarterly"), -1);
  const definitions = await call(worker, { kind: "job", job: releasesJob.name }, readDefinitions(last), {});
  const { rounds, own } = await owner.transaction(async (transaction) => {
    const reporters = await addReporters(transaction, app);
    const filers = { reporters, groupId: officer.organizationId };
    const report = (period: Period) => addReports(transaction, app, filers, definitions, period);
    // A year is made up of its quarters and months, which need no release of their own.
    const waiting = [
      last,
      ...listParts(yearsBetween(past.years), "Q"),
      ...listParts(past.monthly > 0 ? past.years.slice(-past.monthly) : [], "-"),
    ];
    for (const period of waiting) await report(period);
    const released = [
      ...listParts(past.byQuarter, "Q"),
      ...past.years.flatMap((year) => parsePeriod(String(year)) ?? []),
      ...Array.from({ length: past.quarters }, (_, at) => shiftPeriod(last, at - past.quarters)),
    ];
    const made: { readonly period: Period; readonly publicId: string }[] = [];
    for (const period of released) made.push({ period, ...(await report(period)) });
    // What the exchange counts is judged by the same quarter of each year.
    const counted: { readonly period: Period; readonly id: string }[] = [];
    for (const year of past.years.length > 0 ? [...past.years, last.year] : []) {
      const period = parsePeriod(`${year}Q${shiftPeriod(last, -1).part}`);
      const id = period && (await addOwnFigures(transaction, app, reporters, await report(period), period));
      if (period && id) counted.push({ period, id });
    }
    return { rounds: made, own: counted };
  });
  const dayOf = (period: Period) => new Date(periodEnd(period).getTime() + releasedAfter * dayMilliseconds);
  const make = (period: Period, releaseId: string) => {
    const job = { id: app.newId(), name: "release.make" };
    return makeRelease({ ...worker, clock: () => dayOf(period) }, job, { releaseId }, maker);
  };
  // Before those of the firms' returns, which are the next editions.
  await inTurn(own, ({ period, id }) => make(period, id));
  const release = async ({ period, publicId }: (typeof rounds)[number]) => {
    const at = { ...app, clock: () => dayOf(period) };
    const asked =
      (await findRelease(owner, publicId)) ??
      (await call(at, officer, askRelease, { round: publicId, audience: "everyone" }));
    await make(period, asked.id);
  };
  // A year knows what its quarters told.
  const isYear = ({ period }: (typeof rounds)[number]) => period.frequency === "annual";
  await inTurn(
    rounds.filter((one) => !isYear(one)),
    release,
  );
  await inTurn(rounds.filter(isYear), release);
  await owner.insert(jobDone).values({ ...releasesJob, doneAt: app.clock() });
  return rounds.length;
}

/** So many at once as the worker has threads for tables. */
const atOnce = 2;

async function inTurn<Row>(rows: readonly Row[], work: (row: Row) => Promise<void>): Promise<void> {
  const left = [...rows];
  const next = async () => {
    for (let row = left.shift(); row; row = left.shift()) await work(row);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

/** All years from the first of a list to its last. */
function yearsBetween(years: readonly number[]): readonly number[] {
  const [first, last] = [years[0], years.at(-1)];
  return first && last ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : [];
}

/** Every quarter, or every month, of years. */
function listParts(years: readonly number[], kind: "Q" | "-"): readonly Period[] {
  const parts =
    kind === "Q" ? ["1", "2", "3", "4"] : Array.from({ length: 12 }, (_, at) => `${at + 1}`.padStart(2, "0"));
  return years.flatMap((year) => parts.flatMap((part) => parsePeriod(`${year}${kind}${part}`) ?? []));
}

const readDefinitions = (period: Period) =>
  defineQuery({
    name: "release.make",
    input: z.object({}),
    authorize: { action: "release.make" },
    run: (ctx) => definitionsInForce(ctx, period.id),
  });

async function findRelease(owner: Database, round: string): Promise<{ readonly id: string } | undefined> {
  const [row] = await owner
    .select({ id: figureRelease.id })
    .from(figureRelease)
    .innerJoin(returnRound, eq(returnRound.id, figureRelease.roundId))
    .where(and(eq(returnRound.publicId, round), eq(figureRelease.own, false)));
  return row;
}
