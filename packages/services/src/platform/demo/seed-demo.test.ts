import {
  introduction,
  introductionMessage,
  ledgerEntry,
  person,
  posting,
  postingHead,
  returnEvent,
  returnForm,
  returnValue,
} from "@lilink/db/schema";
import { isMarkedFictional } from "@lilink/model/organization";
import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { adoptDefinitions, createTestKernel, type TestKernel } from "../../../testing/index.ts";
import type { Kernel } from "../../kernel/context.ts";
import cast from "./data/cast.json" with { type: "json" };
import { seedDemo } from "./seed-demo.ts";

const kernel = await createTestKernel();
const cut = await createTestKernel();
await adoptDefinitions(kernel);
await adoptDefinitions(cut);
// Five thousand lives are told twice here, and a busy machine takes ten times as long.
const patient = { timeout: 300_000 };
const seed = () => seedDemo({ owner: kernel.owner, app: kernel.app, passwordOf: (email) => `demo ${email}` });

it("marks every invented body as fictional in both languages", () => {
  for (const body of cast.organizations) {
    expect(isMarkedFictional(body.nameZh) && isMarkedFictional(body.nameEn), body.nameZh).toBe(true);
  }
});

it("brings every demo posting through the real verbs, once", patient, async () => {
  expect((await seed())?.length).toBe(cast.people.length);
  expect(await seed()).toBeNull();
  const heads = await kernel.owner.select().from(postingHead);
  expect(heads.length).toBeGreaterThanOrEqual(28);
});

it(
  "tells the past on its own days: an event begins before it ends, and a result is offered on the day that it names",
  patient,
  async () => {
    const { rows } = await kernel.owner.execute<{ step: string; hour: string }>(
      sql`select distinct step, to_char(taken_at at time zone 'Asia/Shanghai', 'HH24:MI') as hour from record_step where register = 'exchangeEvent' and step in ('start', 'finish') and taken_at < ${kernel.app.clock().toISOString()}::timestamptz`,
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        { step: "start", hour: "08:30" },
        { step: "finish", hour: "18:00" },
      ]),
    );
    const { rows: offered } = await kernel.owner.execute<{ day: string }>(
      sql`select distinct to_char(taken_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day from record_step where register = 'achievement' and step = 'offer'`,
    );
    expect(offered).toEqual([{ day: "2026-09-01" }]);
  },
);

/** A kernel whose process dies at its n-th connection, whatever it was about to do. */
function dyingAt(n: number): Kernel {
  let left = n;
  const connect = () => (--left < 0 ? Promise.reject(new Error("killed")) : cut.app.pool.connect());
  const pool = new Proxy(cut.app.pool, {
    get: (target, name) => (name === "connect" ? connect : Reflect.get(target, name)),
  });
  return { ...cut.app, pool };
}

async function countAll(owner: TestKernel["owner"]) {
  const of = (state: "draft" | "in_review" | "published") => owner.$count(posting, eq(posting.state, state));
  return {
    people: await owner.$count(person),
    drafts: await of("draft"),
    inReview: await of("in_review"),
    published: await of("published"),
    accepted: await owner.$count(introduction, eq(introduction.state, "accepted")),
    introductions: await owner.$count(introduction),
    messages: await owner.$count(introductionMessage),
    entries: await owner.$count(ledgerEntry),
    confirmed: await owner.$count(ledgerEntry, eq(ledgerEntry.state, "confirmed")),
    returns: await owner.$count(returnForm),
    verified: await owner.$count(returnForm, eq(returnForm.state, "verified")),
    waiting: await owner.$count(returnForm, eq(returnForm.state, "submitted")),
    queried: await owner.$count(returnForm, eq(returnForm.state, "queried")),
    figures: await owner.$count(returnValue),
    events: await owner.$count(returnEvent),
  };
}

it(
  "completes a demo that was cut short at any step, again and again, and then leaves it alone",
  patient,
  async () => {
    const seedCut = (app: Kernel) =>
      seedDemo({ owner: cut.owner, app, passwordOf: (email) => `demo ${email}` });
    let runs = 0;
    for (let done = false; !done; runs += 1) {
      done = await seedCut(dyingAt(7)).then(
        () => true,
        (error: { code?: string }) => {
          expect(error).toMatchObject({ code: "UNAVAILABLE" });
          return false;
        },
      );
    }
    expect(runs).toBeGreaterThan(10);
    expect(await countAll(cut.owner)).toEqual(await countAll(kernel.owner));
    await cut.owner.delete(introduction);
    expect(await seedCut(cut.app)).toBeNull();
    expect(await cut.owner.$count(introduction)).toBe(0);
  },
);
