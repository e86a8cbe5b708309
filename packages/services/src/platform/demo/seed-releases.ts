import type { Database } from "@lilink/db";
import { figureRelease, jobDone, returnRound } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { type Period, parsePeriod, periodEnd, periodOfDay, shiftPeriod } from "@lilink/model/return";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { definitionsInForce } from "../../figures/definition/definitions-in-force.ts";
import { askRelease } from "../../figures/release/ask-release.ts";
import type { Maker } from "../../figures/release/make-figures.ts";
import { makeRelease } from "../../figures/release/make-release.ts";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { findPrincipal } from "./seed-meetings.ts";
import { addReporters, addReports } from "./seed-reports.ts";

const releasesJob = { jobId: "01900000-0000-7000-8000-00000000de31", name: "demo.releases" };
const dayMilliseconds = 86_400_000;
/** Days after a period's end on which its first release was made. */
const releasedAfter = 100;

/** Quarters before the one that waits for its release, and years, that are released. */
export type DemoPast = { readonly quarters: number; readonly years: readonly number[] };

const demoPast: DemoPast = { quarters: 2, years: [2024, 2025] };

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
  const rounds = await owner.transaction(async (transaction) => {
    const reporters = await addReporters(transaction, app);
    const report = (period: Period) => addReports(transaction, app, reporters, definitions, period);
    // A year is made up of its quarters, which need no release of their own.
    for (const period of [last, ...listQuarters(past.years.slice(-1))]) await report(period);
    const released = [
      ...past.years.flatMap((year) => parsePeriod(String(year)) ?? []),
      // What is measured each quarter is judged at the end of a closed year.
      ...listQuarters(past.years.slice(-1)).slice(-1),
      ...Array.from({ length: past.quarters }, (_, at) => shiftPeriod(last, at - past.quarters)),
    ];
    const made: { readonly period: Period; readonly publicId: string }[] = [];
    for (const period of released) made.push({ period, ...(await report(period)) });
    return made;
  });
  await Promise.all(
    rounds.map(async ({ period, publicId }) => {
      const then = new Date(periodEnd(period).getTime() + releasedAfter * dayMilliseconds);
      const at = (kernel: Kernel): Kernel => ({ ...kernel, clock: () => then });
      const asked =
        (await findRelease(owner, publicId)) ??
        (await call(at(app), officer, askRelease, { round: publicId, audience: "everyone" }));
      const job = { id: app.newId(), name: "release.make" };
      await makeRelease(at(worker), job, { releaseId: asked.id }, maker);
    }),
  );
  await owner.insert(jobDone).values({ ...releasesJob, doneAt: app.clock() });
  return rounds.length;
}

function listQuarters(years: readonly number[]): readonly Period[] {
  return years.flatMap((year) => [1, 2, 3, 4].flatMap((part) => parsePeriod(`${year}Q${part}`) ?? []));
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
    .where(eq(returnRound.publicId, round));
  return row;
}
