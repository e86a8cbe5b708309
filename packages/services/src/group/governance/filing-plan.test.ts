import { duty } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMember, addOffice, addOrganization, asRaw, createTestKernel } from "../../../testing/index.ts";
import { listOverdue } from "../../duty/list-overdue.ts";
import { jump } from "../../exchange/search/jump.ts";
import { call } from "../../kernel/call.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
import { loadDesk } from "../desk/load.ts";

const kernel = await createTestKernel(new Date("2026-11-24T02:00:00Z"));
const { app } = kernel;
const { officer } = await addOffice(kernel);
const inventor = await addMember(kernel, await addOrganization(kernel, { links: ["materials"] }));
const rival = await addMember(kernel, await addOrganization(kernel, { links: ["materials"] }));
const found = recordVerbs.filingPlan;
if (!found) throw new Error("there is no register of filing plans");
const verbs = found;

const add = (invention: string, note: string | null = null) =>
  call(app, inventor.principal, verbs.save, {
    values: {
      ...{ invention, project: null, inventors: null, cost: null, note },
      ...{ firstFiledOn: null, pctFiledOn: null, offices: null, grantedOn: null },
    },
    sources: [],
  } as never);
const step = (saved: { publicId: string; revision: number }, name: string, values: object = {}) =>
  call(app, inventor.principal, verbs.step, { ...saved, step: name, values } as never);

describe("filing plans", () => {
  it("[PT6] the deadlines of priority and national phase run from the first filing", async () => {
    const plan = await add("A sulfide electrolyte");
    const due = async () => {
      const { rows } = await kernel.owner.execute<{ id: string }>(
        `select id from filing_plan where public_id = '${plan.publicId}'`,
      );
      const duties = await kernel.owner
        .select()
        .from(duty)
        .where(eq(duty.subjectId, rows[0]?.id ?? ""));
      return duties.filter(({ endedAt }) => endedAt === null).map(({ kind, dueAt }) => [kind, dueAt]);
    };
    const cleared = await step(plan, "clear");
    expect(await due()).toEqual([]);
    const filed = await step(cleared, "file", { firstFiledOn: "2026-08-31" });
    expect(await due()).toEqual([["claimPriority", new Date("2027-08-31T15:59:59.999Z")]]);
    const pct = await step(filed, "enter_pct", { pctFiledOn: "2026-11-20" });
    // The 31st of a month that has 28 days is its last.
    expect(await due()).toEqual([["enterNational", new Date("2029-02-28T15:59:59.999Z")]]);
    await step(pct, "enter_national", { offices: ["CN", "US"] });
    expect(await due()).toEqual([]);
  });

  it("[PT6] whatever is planned, a rival and an officer see, find and count the same as before", async () => {
    const look = async (word: string) => {
      const all = [];
      for (const { principal } of [rival, officer]) {
        const list = await call(app, principal, verbs.list, { q: word } as never);
        all.push(list.total, list.items.length, list.facets);
        all.push(await call(app, principal, verbs.lookup, { text: word } as never));
        all.push((await call(app, principal, jump, { q: word } as never)) as unknown);
        all.push((await call(app, principal, loadDesk, {})).items.length);
        all.push((await call(app, principal, listOverdue, {} as never)) as unknown);
      }
      return JSON.stringify(all);
    };
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 4, maxLength: 24, unit: "grapheme-ascii" }), async (random) => {
        const word = `zq${random.replaceAll(/[^A-Za-z0-9]/g, "")}x`;
        const before = await look(word);
        const plan = await add(`${word} ${app.newPublicId()}`, word);
        await step(await step(plan, "clear"), "file", { firstFiledOn: "2025-01-01" });
        expect(await look(word)).toBe(before);
        expect((await call(app, inventor.principal, verbs.list, { q: word } as never)).total).toBeGreaterThan(
          0,
        );
      }),
      { numRuns: 6 },
    );
  });

  it("[PT6] the database alone gives a rival and an officer no row", async () => {
    for (const who of [rival, officer])
      for (const table of ["filing_plan", "filing_plan_version"])
        expect(await asRaw(kernel, who, `select 1 from ${table}`)).toBe("nothing");
    expect(await asRaw(kernel, inventor, "select 1 from filing_plan")).toBe("done");
  });
});
