import { bodyReferences } from "@lilink/db/plan";
import { bodyMerge, claim, organization, organizationProfile } from "@lilink/db/schema";
import { toCreditCode } from "@lilink/model/codes";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { addMember, addOrganization, addPosting, createTestKernel } from "../../../testing/index.ts";
import { countWaiting } from "../../group/desk/count-waiting.ts";
import { call } from "../../kernel/call.ts";
import { loadOrganization } from "../organization/load-organization.ts";
import { listMerges } from "./list-merges.ts";
import { listPairs } from "./list-pairs.ts";
import { mergeBodies, tellApart, undoMerge } from "./merge-bodies.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const officer = (
  await addMember(kernel, await addOrganization(kernel, { kind: "coordination_group" }), {
    duties: ["officer"],
  })
).principal;
const visitor = { kind: "anonymous" } as const;
const reason = "One firm: same licence, same seat.";

/** A record of the directory that nobody acts for. */
async function addIdle(nameZh: string, more: Partial<typeof organization.$inferInsert> = {}) {
  const body = await addOrganization(kernel, { status: "pending" });
  await owner
    .update(organization)
    .set({ status: "unclaimed", nameZh, nameEn: null, website: null, ...more })
    .where(eq(organization.id, body.id));
  return body;
}
const find = async (id: string) =>
  (await owner.select().from(organization).where(eq(organization.id, id)))[0];
const addFigure = async (organizationId: string) => {
  const id = app.newId();
  await kernel.ownerRows(
    `insert into deposit (id, public_id, state, state_since, live_version, created_at, updated_at) values ($1, $2, 'published', now(), 1, now(), now())`,
    [id, app.newPublicId()],
  );
  await kernel.ownerRows(
    `insert into deposit_version (record_id, version, level, status, operator_id, saved_at) values ($1, 1, 'member', 'live', $2, now())`,
    [id, organizationId],
  );
  return id;
};
const operatorOf = async (record: string) =>
  (
    await kernel.ownerRows<{ id: string }>(
      "select operator_id as id from deposit_version where record_id = $1",
      [record],
    )
  )[0]?.id;

describe("records that may be of one body", () => {
  it("[BD2] are proposed side by side, and not again once an officer told them apart", async () => {
    const first = await addIdle("青原锂业股份有限公司", { nameEn: "Qingyuan Lithium Co., Ltd." });
    const second = await addIdle("青原锂业", { nameEn: "Qingyuan Lithium", province: "36" });
    const mine = async () =>
      (await call(app, officer, listPairs, {})).pairs.filter(({ first: a }) =>
        [first.publicId, second.publicId].includes(a.publicId),
      );
    const [pair] = await mine();
    const { total } = await call(app, officer, listPairs, {});
    const waiting = async () => (await call(app, officer, countWaiting, {})).duplicates;
    expect([total, await waiting()]).toEqual([1, 1]);
    const fields = new Map(pair?.fields.map(({ field, agreement }) => [field, agreement]));
    expect([fields.get("nameZh"), fields.get("code"), fields.get("kind")]).toEqual([
      "near",
      "neither",
      "same",
    ]);
    expect([pair?.intoFirst, pair?.intoSecond]).toEqual([null, null]);
    await call(app, officer, tellApart, {
      first: second.publicId,
      second: first.publicId,
      reason: "Two licences, two seats.",
    });
    expect([await mine(), await waiting()]).toEqual([[], 0]);
    // A name that changes is compared anew.
    await addIdle("清源锂业股份有限公司");
    expect(await waiting()).toBe((await call(app, officer, listPairs, {})).total);
  });

  it("[BD2] [PL12] are for officers alone, and not for one who belongs to a competitor of theirs", async () => {
    const member = await addMember(kernel, await addOrganization(kernel));
    await expect(call(app, member.principal, listPairs, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    const firm = await addIdle("白盐锂业有限公司", { links: ["materials"] });
    await addIdle("白盐锂业", { links: ["materials"] });
    const group = await addOrganization(kernel, { kind: "coordination_group" });
    const torn = await addMember(kernel, group, { duties: ["officer"] });
    await kernel.ownerRows(
      "insert into membership (organization_id, person_id, role, active, created_at) values ($1, $2, 'viewer', true, now())",
      [firm.id, torn.personId],
    );
    const shown = (await call(app, torn.principal, listPairs, {})).pairs.flatMap(({ first, second }) => [
      first.publicId,
      second.publicId,
    ]);
    expect(shown).not.toContain(firm.publicId);
    const into = await addIdle("白盐锂业集团");
    await expect(
      call(app, torn.principal, mergeBodies, { from: firm.publicId, into: into.publicId, reason }),
    ).rejects.toMatchObject({ code: "CONFLICT_OF_INTEREST" });
  });
});

describe("a merge", () => {
  it("[BD4] moves what others say, fills what was blank, leads old addresses on, and an undo gives all of it back", async () => {
    const code = toCreditCode("91360500", "MA0000071");
    const gone = await addIdle("赤水锂业有限公司", {
      nameEn: "Chishui Lithium",
      website: "https://chishui.example",
    });
    await owner
      .insert(organizationProfile)
      .values({ organizationId: gone.id, updatedAt: app.clock() })
      .onConflictDoNothing();
    await owner
      .update(organizationProfile)
      .set({ code, codeScheme: "uscc" })
      .where(eq(organizationProfile.organizationId, gone.id));
    const stays = await addIdle("赤水锂业");
    await owner
      .update(organizationProfile)
      .set({ code: null })
      .where(eq(organizationProfile.organizationId, stays.id));
    const before = [await find(gone.id), await find(stays.id)].map((row) => ({ ...row, updatedAt: null }));
    const deposit = await addFigure(gone.id);

    const { publicId, moved } = await call(app, officer, mergeBodies, {
      from: gone.publicId,
      into: stays.publicId,
      reason,
    });
    expect(moved).toBe(1);
    expect(await operatorOf(deposit)).toBe(stays.id);
    expect(await find(stays.id)).toMatchObject({
      nameEn: "Chishui Lithium",
      website: "https://chishui.example",
    });
    const [profile] = await owner
      .select()
      .from(organizationProfile)
      .where(eq(organizationProfile.organizationId, stays.id));
    expect(profile?.code).toBe(code);
    expect((await call(app, visitor, loadOrganization, { publicId: gone.publicId })).publicId).toBe(
      stays.publicId,
    );
    expect((await call(app, officer, loadOrganization, { publicId: gone.publicId })).mergedInto).toBe(
      stays.publicId,
    );
    await expect(
      call(app, officer, mergeBodies, { from: gone.publicId, into: stays.publicId, reason }),
    ).rejects.toMatchObject({ faults: [{ field: "from", rule: "mergedAlready" }] });

    const undone = await call(app, officer, undoMerge, { publicId, reason: "Two firms after all." });
    expect(undone.back).toBe(1);
    expect(await operatorOf(deposit)).toBe(gone.id);
    expect([await find(gone.id), await find(stays.id)].map((row) => ({ ...row, updatedAt: null }))).toEqual(
      before,
    );
    const [back] = await owner
      .select()
      .from(organizationProfile)
      .where(eq(organizationProfile.organizationId, gone.id));
    expect(back?.code).toBe(code);
    const [entry] = await call(app, officer, listMerges, { organization: stays.publicId });
    expect(entry).toMatchObject({ reason, undoReason: "Two firms after all.", canUndo: false });
    await expect(call(app, officer, undoMerge, { publicId, reason })).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
  });

  it("[BD4] an undo leaves alone what was changed since", async () => {
    const [gone, stays, third] = [
      await addIdle("紫岩锂业有限公司"),
      await addIdle("紫岩锂业"),
      await addIdle("黑岩锂业"),
    ];
    const deposit = await addFigure(gone.id);
    const { publicId } = await call(app, officer, mergeBodies, {
      from: gone.publicId,
      into: stays.publicId,
      reason,
    });
    await kernel.ownerRows("update deposit_version set operator_id = $1 where record_id = $2", [
      third.id,
      deposit,
    ]);
    const { back } = await call(app, officer, undoMerge, { publicId, reason });
    expect([back, await operatorOf(deposit)]).toEqual([0, third.id]);
  });

  it("[BD3] a chain of merges is undone from its end", async () => {
    const [a, b, c] = [
      await addIdle("长溪锂业有限公司"),
      await addIdle("长溪锂业"),
      await addIdle("长溪锂业集团"),
    ];
    const deposit = await addFigure(a.id);
    const first = await call(app, officer, mergeBodies, { from: a.publicId, into: b.publicId, reason });
    const second = await call(app, officer, mergeBodies, { from: b.publicId, into: c.publicId, reason });
    expect((await call(app, visitor, loadOrganization, { publicId: a.publicId })).publicId).toBe(c.publicId);
    await expect(call(app, officer, undoMerge, { publicId: first.publicId, reason })).rejects.toMatchObject({
      faults: [{ rule: "mergedSince" }],
    });
    await call(app, officer, undoMerge, { publicId: second.publicId, reason });
    await call(app, officer, undoMerge, { publicId: first.publicId, reason });
    expect(await operatorOf(deposit)).toBe(a.id);
  });

  it("[BD3] of two bodies that act is refused with the mend, and so is one of a body whose claim waits", async () => {
    const [firm, twin] = [await addOrganization(kernel), await addOrganization(kernel)];
    const person = await addMember(kernel, firm);
    const other = await addMember(kernel, twin);
    await addPosting(kernel, other, "capability");
    const merge = (from: { publicId: string }, into: { publicId: string }) =>
      call(app, officer, mergeBodies, { from: from.publicId, into: into.publicId, reason });
    await expect(merge(firm, twin)).rejects.toMatchObject({ faults: [{ field: "from", rule: "bothAct" }] });
    const idle = await addIdle("某锂业");
    await expect(merge(firm, idle)).rejects.toMatchObject({ faults: [{ rule: "actsItself" }] });
    await owner.insert(claim).values({
      id: app.newId(),
      publicId: app.newPublicId(),
      organizationId: idle.id,
      personId: person.personId,
      state: "open",
      codeScheme: "uscc",
      code: toCreditCode("91360500", "MA0000072"),
      statement: "We are this body; the licence is attached.",
      createdAt: app.clock(),
    });
    await expect(merge(idle, firm)).rejects.toMatchObject({ faults: [{ rule: "claimOpen" }] });
    expect(await owner.select().from(bodyMerge).where(eq(bodyMerge.mergedId, idle.id))).toEqual([]);
  });

  it("[BD4] gives nobody of the record that stays what was entrusted to the other", async () => {
    const gone = await addOrganization(kernel);
    const former = await addMember(kernel, gone);
    await addPosting(kernel, former, "capability");
    await kernel.ownerRows("update posting set state = 'closed' where organization_id = $1", [gone.id]);
    await owner.update(organization).set({ status: "withdrawn" }).where(eq(organization.id, gone.id));
    const stays = await addOrganization(kernel);
    await addMember(kernel, stays);
    await call(app, officer, mergeBodies, { from: gone.publicId, into: stays.publicId, reason });
    const { rows } = await owner.execute<{ postings: number; members: number }>(
      sql`select (select count(*)::int from posting where organization_id = ${stays.id}) as postings,
        (select count(*)::int from membership where organization_id = ${stays.id}) as members`,
    );
    expect(rows[0]).toEqual({ postings: 0, members: 1 });
  });
});

it("[BD4] [PL12] an officer who belonged to a record that was merged stays away from the one that stayed", async () => {
  const gone = await addOrganization(kernel);
  const group = await addOrganization(kernel, { kind: "coordination_group" });
  const torn = await addMember(kernel, group, { duties: ["officer"] });
  await kernel.ownerRows(
    "insert into membership (organization_id, person_id, role, active, created_at) values ($1, $2, 'viewer', true, now())",
    [gone.id, torn.personId],
  );
  await owner.update(organization).set({ status: "withdrawn" }).where(eq(organization.id, gone.id));
  const [stays, third] = [await addIdle("丹霞锂业有限公司"), await addIdle("丹霞锂业")];
  const merge = (who: typeof officer, from: { publicId: string }, into: { publicId: string }) =>
    call(app, who, mergeBodies, { from: from.publicId, into: into.publicId, reason });
  await merge(officer, gone, stays);
  await expect(merge(torn.principal, third, stays)).rejects.toMatchObject({ code: "CONFLICT_OF_INTEREST" });
});

describe("the list of columns that name a body", () => {
  it("[BD4] is that of the catalog: each is said to move or to stay", async () => {
    const { rows } = await owner.execute<{ name: string }>(
      sql`select c.conrelid::regclass || '.' || a.attname as name from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
        where c.contype = 'f' and c.confrelid = 'organization'::regclass`,
    );
    expect(
      [...bodyReferences().keys()].toSorted(),
      "say in packages/db/src/plan/body-references.ts what becomes of it",
    ).toEqual(rows.map(({ name }) => name).toSorted());
    const { rows: moved } = await owner.execute<{ name: string }>(
      sql`select table_name || '.' || column_name as name from app.moved_columns()`,
    );
    const moves = [...bodyReferences()].filter(([, way]) => way === "moves").map(([name]) => name);
    expect(moved.map(({ name }) => name).toSorted()).toEqual(moves.toSorted());
  });
});
