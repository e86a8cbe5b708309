import type { Database, Principal } from "@lilink/db";
import { jobDone, outbox, posting } from "@lilink/db/schema";
import type { LevelChoice, PostingContent, PostingKind } from "@lilink/model/posting";
import { and, eq } from "drizzle-orm";
import { createPosting } from "../../exchange/posting/create-posting.ts";
import { publishPosting } from "../../exchange/posting/decide-review.ts";
import { submitPosting } from "../../exchange/posting/submit-posting.ts";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { askRates } from "../../recovery/rate/publish-rates.ts";
import demo from "./data/postings.json" with { type: "json" };
import { learnSoon, seedAnswers } from "./seed-answers.ts";
import { seedBatches } from "./seed-batches.ts";
import { seedBatteries } from "./seed-batteries.ts";
import { seedBodies } from "./seed-bodies.ts";
import { seedEngagements } from "./seed-engagements.ts";
import { seedEvents } from "./seed-events.ts";
import { seedFund } from "./seed-fund.ts";
import { seedIncentives } from "./seed-incentives.ts";
import { seedIntroductions } from "./seed-introductions.ts";
import { seedNetwork } from "./seed-network.ts";
import { type DemoPerson, seedPeople } from "./seed-people.ts";
import { seedDemoRecords } from "./seed-records.ts";
import { seedRelay } from "./seed-relay.ts";
import { seedResidual } from "./seed-residual.ts";
import { seedReturns } from "./seed-returns.ts";
import { seedSales } from "./seed-sales.ts";
import { seedTrade } from "./seed-trade.ts";
import { seedUse } from "./seed-use.ts";

type DemoPosting = {
  readonly by: string;
  readonly kind: PostingKind;
  readonly state: "draft" | "in_review" | "published";
  readonly content: PostingContent;
  readonly levels: LevelChoice;
};

type MemberPrincipal = Extract<Principal, { kind: "member" }>;

const dayMilliseconds = 86_400_000;

// In the table of jobs that are done: what people change in a finished demo is never put back.
const demoJob = { jobId: "01900000-0000-7000-8000-00000000de30", name: "demo.seed" };

/**
 * Fills an empty exchange with invented bodies and their postings, through the same verbs that people use. A run that
 * was cut short is completed by the next; after a complete one it answers null and does nothing.
 */
export async function seedDemo(given: {
  readonly owner: Database;
  /** The owner's view of batteries, where they stand on another server. */
  readonly traceOwner?: Database;
  readonly app: Kernel;
  readonly passwordOf: (email: string) => string;
}): Promise<DemoPerson[] | null> {
  const { owner, app } = given;
  if ((await owner.$count(jobDone, eq(jobDone.jobId, demoJob.jobId))) > 0) return null;
  const people = await seedPeople(owner, app, given.passwordOf);
  const principalOf = (email: string): MemberPrincipal => {
    const one = people.find((candidate) => candidate.email === email);
    if (!one) throw new Error(`the demo names no person ${email}`);
    return { kind: "member", personId: one.personId, organizationId: one.organizationId };
  };
  const postings = demo.postings as DemoPosting[];
  const start = app.clock().getTime();
  const idsOf = new Map<string, { id: string; publicId: string }>();
  const bring = (one: DemoPosting, daysAgo: number) => {
    const then: Kernel = { ...app, clock: () => new Date(start - daysAgo * dayMilliseconds) };
    return bringToState(owner, then, one, principalOf(one.by), principalOf("officer@group.example"));
  };
  for (const [index, one] of postings.entries()) {
    // The oldest are a month and a half old, so that introductions between them have had time to happen.
    const age = one.state === "published" ? 26 + (20 * (postings.length - index)) / postings.length : 1;
    idsOf.set(one.content.title, await bring(one, age));
  }
  const idsOfTitle = (title: string) => {
    const ids = idsOf.get(title);
    if (!ids) throw new Error(`the demo has no posting ${title}`);
    return ids;
  };
  await seedIntroductions(owner, app, principalOf, idsOfTitle);
  await seedUse(owner, app, principalOf, idsOfTitle);
  await seedAnswers(owner, app, principalOf, (one, daysAgo) =>
    bring({ ...one, state: "published", levels: {} }, daysAgo),
  );
  await seedReturns(owner, app, principalOf);
  // Whether a laboratory is accredited decides how what is done after its tests is judged.
  await seedDemoRecords(owner, app, principalOf);
  await seedFund(owner, app, principalOf);
  await seedRelay(owner, app, principalOf);
  await seedBatteries(given.traceOwner ?? owner, app, principalOf);
  await seedBatches(owner, app, principalOf);
  await seedResidual(owner, app, principalOf);
  await seedSales(owner, app, principalOf("officer@group.example"));
  await seedTrade(owner, app, principalOf("officer@group.example"));
  await seedEvents(owner, app, principalOf);
  await seedBodies(owner, app, principalOf);
  await seedIncentives(owner, app, principalOf);
  await seedEngagements(owner, app, principalOf, idsOfTitle);
  await seedNetwork(app, principalOf);
  await call(app, principalOf("officer@group.example"), askRates, {});
  await owner.transaction(async (tx) => {
    await tx.insert(jobDone).values({ ...demoJob, doneAt: app.clock() });
    await tx
      .insert(outbox)
      .values([
        learnSoon(app),
        soon(app, "chainHealth.judge"),
        soon(app, "network.read"),
        soon(app, "fund.publish"),
        soon(app, "supply.publishAbroad"),
        soon(app, "governance.publish"),
      ]);
  });
  return people;
}

/** What is counted once everything that it is counted from is there. */
const soon = (
  app: Kernel,
  name: "chainHealth.judge" | "fund.publish" | "supply.publishAbroad" | "governance.publish" | "network.read",
): typeof outbox.$inferInsert => ({
  id: app.newId(),
  name,
  payload: {},
  runAt: app.clock(),
  createdAt: app.clock(),
});

async function bringToState(
  owner: Database,
  app: Kernel,
  wanted: DemoPosting,
  author: MemberPrincipal,
  officer: Principal,
): Promise<{ id: string; publicId: string }> {
  const [known] = await owner
    .select({ id: posting.id, publicId: posting.publicId, state: posting.state })
    .from(posting)
    .where(and(eq(posting.organizationId, author.organizationId), eq(posting.title, wanted.content.title)));
  const ids =
    known ??
    (await call(app, author, createPosting, {
      kind: wanted.kind,
      content: { ...wanted.content },
      levels: wanted.levels,
      validDays: 300,
    }));
  const { publicId } = ids;
  const state = known?.state ?? "draft";
  if (state === "draft" && wanted.state !== "draft") await call(app, author, submitPosting, { publicId });
  if (wanted.state === "published" && (state === "draft" || state === "in_review"))
    await call(app, officer, publishPosting, { publicId });
  return { id: ids.id, publicId };
}
