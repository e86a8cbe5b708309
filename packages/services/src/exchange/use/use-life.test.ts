import { match, outbox } from "@lilink/db/schema";
import { shiftDate, toShanghaiDate } from "@lilink/model/calendar";
import { and, eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  addPosting,
  asRaw,
  createTestKernel,
  rankPosting,
  sampleContent,
  sampleTerms,
  type TestMember,
} from "../../../testing/index.ts";
import { call, callJob } from "../../kernel/call.ts";
import { listMatches } from "../match/list-matches.ts";
import { Market } from "../match/market.ts";
import { closePosting } from "../posting/close-posting.ts";
import { publishPosting } from "../posting/decide-review.ts";
import { expirePostings } from "../posting/expire-postings.ts";
import { loadPosting } from "../posting/load-posting.ts";
import { saveDraft } from "../posting/save-draft.ts";
import { submitPosting } from "../posting/submit-posting.ts";
import { acceptUse } from "./accept-use.ts";
import { setUse } from "./set-use.ts";

// The database goes by its own clock for the last day of an acceptance.
const start = new Date();
const kernel = await createTestKernel(start);
const { app, owner } = kernel;
const { officer } = await addOffice(kernel);
const author = await addMember(kernel, await addOrganization(kernel, { offers: ["li2co3-batt"] }));
const reader = await addMember(kernel, await addOrganization(kernel, { needs: ["li2co3-batt"] }));
const content = sampleContent({ description: "Zirconium-free crucibles keep it clean." });
const levels = { description: "member", price: "partner" } as const;
const offer = () => addPosting(kernel, author, "capability", content, levels);
const set = async (publicId: string, given: object = {}) =>
  (await call(app, author.principal, setUse, { publicId, terms: { ...sampleTerms, ...given } })).version ?? 0;
const accept = (who: TestMember, publicId: string, version: number) =>
  call(app, who.principal, acceptUse, { publicId, version, agreement: "" });
const fieldsOf = async (who: TestMember, publicId: string) =>
  (await call(app, who.principal, loadPosting, { publicId })).reading?.fields ?? {};

/** A second version of a live posting, handed in. */
async function handInAgain(publicId: string) {
  await call(app, author.principal, saveDraft, { publicId, revision: 0, content: { ...content }, levels });
  await call(app, author.principal, submitPosting, { publicId, acknowledgeDoubts: true });
}

it("[US2] terms set while a version waits for review cover the version that is then published", async () => {
  const { publicId } = await offer();
  await handInAgain(publicId);
  const version = await set(publicId);
  await call(app, officer.principal, publishPosting, { publicId });
  expect(await fieldsOf(reader, publicId)).not.toHaveProperty("description");
  await accept(reader, publicId, version);
  expect(await fieldsOf(reader, publicId)).toHaveProperty("description");
});

it("[US2] terms that are set while a version is being handed in cover it too", async () => {
  const { publicId } = await offer();
  await call(app, author.principal, saveDraft, { publicId, revision: 0, content: { ...content }, levels });
  await Promise.all([
    call(app, author.principal, submitPosting, { publicId, acknowledgeDoubts: true }),
    set(publicId),
  ]);
  await call(app, officer.principal, publishPosting, { publicId });
  expect(await fieldsOf(reader, publicId)).not.toHaveProperty("description");
});

it("[US2] two changes at once are two versions, and the later one stands", async () => {
  const { publicId } = await offer();
  const versions = await Promise.all([set(publicId), set(publicId), set(publicId)]);
  expect(new Set(versions)).toEqual(new Set([1, 2, 3]));
  expect((await call(app, reader.principal, loadPosting, { publicId })).use?.version).toBeGreaterThan(0);
});

it("[US3] a posting that ended stays under its terms, for officers as well", async () => {
  const { publicId } = await offer();
  const version = await set(publicId);
  await call(app, author.principal, closePosting, { publicId });
  expect(await fieldsOf(officer, publicId)).toMatchObject({ title: content.title });
  expect(await fieldsOf(officer, publicId)).not.toHaveProperty("description");
  const open = await offer();
  await call(app, author.principal, closePosting, { publicId: open.publicId });
  expect(await fieldsOf(officer, open.publicId)).toHaveProperty("description");
  expect(version).toBe(1);
});

it("[US3] after the last day the page says so, and who matched by what was open is matched anew", async () => {
  const market = new Market();
  const { id, publicId } = await offer();
  const need = await addPosting(
    kernel,
    reader,
    "need",
    sampleContent({ summary: "We need it.", price: undefined }),
  );
  const rank = () => rankPosting(kernel, market, id);
  await accept(reader, publicId, await set(publicId, { until: shiftDate(toShanghaiDate(start), 1) }));
  await rank();
  const shown = async () =>
    JSON.stringify(await call(app, reader.principal, listMatches, { publicId: need.publicId })).includes(
      publicId,
    );
  expect(await shown()).toBe(true);
  kernel.setNow(new Date(start.getTime() + 2 * 86_400_000));
  await owner.execute(sql`update posting_use_acceptance set until = '2020-01-01' where posting_id = ${id}`);
  expect((await call(app, reader.principal, loadPosting, { publicId })).use).toMatchObject({ isOver: true });
  await expect(accept(reader, publicId, 1)).rejects.toMatchObject({ code: "WRONG_STATE" });
  expect(await shown()).toBe(false);
  const asked = async () =>
    (await owner.select().from(outbox).where(eq(outbox.name, "posting.match"))).filter(
      ({ payload }) => payload.postingId === id,
    ).length;
  const before = await asked();
  const expire = () =>
    callJob(kernel.worker, { id: app.newId(), name: "posting.expire" }, expirePostings, {});
  await expire();
  expect(await asked()).toBe(before + 1);
  await rank();
  expect(await shown()).toBe(true);
  await expire();
  expect(await asked()).toBe(before + 1);
  expect(await owner.$count(match, and(eq(match.ownPostingId, need.id), eq(match.otherPostingId, id)))).toBe(
    1,
  );
  kernel.setNow(start);
});

it("[US5] who of the author set the terms is nobody else's to read: two nameless postings would be one hand's", async () => {
  const { publicId } = await offer();
  await set(publicId);
  expect(await asRaw(kernel, reader, "select words from posting_use")).toBe("done");
  expect(await asRaw(kernel, reader, "select set_by from posting_use")).toBe("42501");
});
