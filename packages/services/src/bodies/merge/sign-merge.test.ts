import { bodyMerge, mergeRequest, organization, postingHead } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  asRaw,
  createTestKernel,
  type TestMember,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { listPairs } from "./list-pairs.ts";
import { listMergeRequests } from "./list-requests.ts";
import { mergeBodies, undoMerge } from "./merge-bodies.ts";
import { askToMerge, dropMerge, signMerge, unsignMerge } from "./sign-merge.ts";

const start = new Date("2026-11-24T02:00:00Z");
const kernel = await createTestKernel(start);
const { app, owner } = kernel;
const secretariat = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, secretariat, { duties: ["officer"] });
const reason = "One firm: same licence, same seat.";
const code = (of: string) => ({ code: of });
beforeEach(() => kernel.setNow(start));

/** Two bodies that act, each with an administrator and an editor. */
async function pair() {
  const [gone, stays] = [await addOrganization(kernel), await addOrganization(kernel)];
  const of = async (body: typeof gone) => ({
    admin: await addMember(kernel, body, { role: "admin" }),
    editor: await addMember(kernel, body, { role: "editor" }),
  });
  const ask = () =>
    call(app, officer.principal, askToMerge, { from: gone.publicId, into: stays.publicId, reason });
  const merge = (from = gone, into = stays) =>
    call(app, officer.principal, mergeBodies, { from: from.publicId, into: into.publicId, reason });
  return { gone, stays, a: await of(gone), b: await of(stays), ask, merge };
}
const sign = (who: TestMember, publicId: string) => call(app, who.principal, signMerge, { publicId });
const barred = { faults: [{ field: "from", rule: "bothAct" }] };

it("[BD8] two bodies that act are merged once administrators of both signed, and an undo gives both back", async () => {
  const { gone, stays, a, b, ask, merge } = await pair();
  const posting = await addPosting(kernel, a.admin, "capability");
  const { publicId } = await ask();
  await expect(ask()).rejects.toMatchObject(code("CONFLICT"));
  await expect(merge()).rejects.toMatchObject(barred);
  await expect(sign(a.editor, publicId)).rejects.toMatchObject(code("FORBIDDEN"));
  await expect(sign(officer, publicId)).rejects.toMatchObject(code("FORBIDDEN"));
  expect((await sign(a.admin, publicId)).isSigned).toBe(false);
  await expect(merge()).rejects.toMatchObject(barred);
  expect((await sign(b.admin, publicId)).isSigned).toBe(true);
  // They agreed which record gives way; the other way round nobody signed for.
  await expect(merge(stays, gone)).rejects.toMatchObject(barred);
  const merged = await merge();
  const stateOf = async () =>
    (await owner.select().from(postingHead).where(eq(postingHead.postingId, posting.id)))[0]?.state;
  const statusOf = async (id: string) =>
    (await owner.select().from(organization).where(eq(organization.id, id)))[0]?.status;
  expect([await statusOf(gone.id), await statusOf(stays.id)]).toEqual(["withdrawn", "verified"]);
  expect(await stateOf()).not.toBe("published");
  await expect(addPosting(kernel, a.admin, "need")).rejects.toMatchObject({ name: expect.any(String) });
  await call(app, officer.principal, undoMerge, {
    publicId: merged.publicId,
    reason: "Two firms after all.",
  });
  expect(await statusOf(gone.id)).toBe("verified");
  await addPosting(kernel, a.admin, "need");
  await expect(merge()).rejects.toMatchObject(barred);
  expect(await owner.$count(bodyMerge, eq(bodyMerge.mergedId, gone.id))).toBe(1);
});

it("[BD8] a signature is taken back, a request is dropped or lapses, and without both nothing is merged", async () => {
  const { a, b, ask, merge } = await pair();
  const first = await ask();
  await sign(a.admin, first.publicId);
  await sign(b.admin, first.publicId);
  await call(app, a.admin.principal, unsignMerge, { publicId: first.publicId });
  await expect(merge()).rejects.toMatchObject(barred);
  await call(app, officer.principal, dropMerge, { publicId: first.publicId });
  await expect(sign(a.admin, first.publicId)).rejects.toMatchObject(code("WRONG_STATE"));
  const second = await ask();
  await sign(a.admin, second.publicId);
  await sign(b.admin, second.publicId);
  kernel.setNow(new Date(start.getTime() + 15 * 86_400_000));
  await expect(merge()).rejects.toMatchObject(barred);
  await expect(sign(a.admin, second.publicId)).rejects.toMatchObject(code("WRONG_STATE"));
  const third = await ask();
  expect(third.publicId).not.toBe(second.publicId);
});

it("[BD8] the request is read by the two bodies and officers, and no statement signs for another", async () => {
  const { stays, a, b, ask } = await pair();
  const { id, publicId } = await ask();
  const stranger = await addMember(kernel, await addOrganization(kernel), { role: "admin" });
  const read = async (who: TestMember) =>
    (await call(app, who.principal, listMergeRequests, {})).map((one) => one.publicId);
  expect(await read(a.editor)).toEqual([publicId]);
  expect(await read(b.admin)).toEqual([publicId]);
  expect(await read(stranger)).toEqual([]);
  expect(await read(officer)).toContain(publicId);
  await expect(sign(stranger, publicId)).rejects.toMatchObject(code("NOT_FOUND"));
  const insert = (who: TestMember, organizationId: string) =>
    asRaw(
      kernel,
      who,
      `insert into merge_consent (request_id, organization_id, signed_by, signed_at) values ('${id}', '${organizationId}', '${who.personId}', now())`,
    );
  expect(await insert(a.admin, stays.id)).toBe("42501");
  expect(await insert(officer, stays.id)).toBe("42501");
  expect(await insert(b.editor, stays.id)).toBe("42501");
  expect(await asRaw(kernel, a.admin, `update merge_request set ending = 'dropped' where id = '${id}'`)).toBe(
    "nothing",
  );
  const [row] = await owner.select().from(mergeRequest).where(eq(mergeRequest.id, id));
  expect(row?.ending).toBeNull();
});

it("[BD9] an officer puts any two records side by side, and those whose consent is asked stay in sight", async () => {
  const { gone, stays, a, ask } = await pair();
  const [one, other] = [gone.publicId, stays.publicId];
  const ids = [one, other];
  const shown = async (input: { first?: string; second?: string } = {}) =>
    (await call(app, officer.principal, listPairs, input)).pairs.filter(
      ({ first, second }) => ids.includes(first.publicId) && ids.includes(second.publicId),
    );
  expect(await shown()).toEqual([]);
  const [byHand] = await shown({ first: one, second: other });
  expect(byHand).toMatchObject({ intoFirst: "bothAct", intoSecond: "bothAct" });
  expect(await shown({ first: one, second: one })).toEqual([]);
  expect(await shown({ first: one })).toEqual([]);
  const { publicId } = await ask();
  expect(await shown()).toHaveLength(1);
  expect(await shown({ first: other, second: one })).toHaveLength(1);
  await call(app, officer.principal, dropMerge, { publicId });
  expect(await shown()).toEqual([]);
  await expect(call(app, a.admin.principal, listPairs, {})).rejects.toMatchObject(code("FORBIDDEN"));
});
