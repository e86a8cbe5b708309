import { membership } from "@lilink/db/schema";
import { expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  addPosting,
  asRaw,
  createTestKernel,
  sampleContent,
  type TestMember,
} from "../../../testing/index.ts";
import { createKey } from "../../bodies/key/manage-keys.ts";
import { call } from "../../kernel/call.ts";
import { hashToken } from "../../kernel/token.ts";
import { loadPosting } from "../posting/load-posting.ts";
import { acceptIntroduction, declineIntroduction } from "./answer.ts";
import { askIntroduction } from "./ask.ts";
import { listIntroductions } from "./list.ts";
import { loadIntroduction } from "./load.ts";
import { prepareIntroduction } from "./prepare.ts";
import { writeMessage } from "./write-message.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const { secretariat, officer } = await addOffice(kernel);
const firm = await addOrganization(kernel, { offers: ["ncm811"] });
const rival = await addMember(kernel, await addOrganization(kernel, { offers: ["ncm523"] }));
const neutral = await addMember(kernel, await addOrganization(kernel, { offers: ["artificial-graphite"] }));
const torn = await addMember(kernel, secretariat, { duties: ["officer"] });
await owner
  .insert(membership)
  .values({ organizationId: firm.id, personId: torn.personId, role: "viewer", createdAt: app.clock() });
const kept = { code: "CONFLICT_OF_INTEREST" };
const missing = { code: "NOT_FOUND" };

async function asked(of: TestMember, concept: string) {
  const posting = await addPosting(kernel, of, "capability", sampleContent({ concept, figures: [] }));
  const { publicId } = await call(app, officer.principal, askIntroduction, {
    posting: posting.publicId,
    aim: "quote",
    message: "We would like to hear more about it.",
  });
  return { posting, publicId };
}

const fieldsOf = async (who: TestMember["principal"], publicId: string) =>
  (await call(app, who, loadPosting, { publicId })).reading?.fields ?? {};

it("[PL12] what a competitor opens to the secretariat is closed to its officer of two bodies", async () => {
  const theirs = await asked(rival, "ncm523");
  const other = await asked(neutral, "artificial-graphite");
  const list = async (who: TestMember) =>
    (await call(app, who.principal, listIntroductions, {})).items.map(({ publicId }) => publicId);
  expect(await list(officer)).toEqual([other.publicId, theirs.publicId]);
  expect(await list(torn)).toEqual([]);
  await call(app, rival.principal, acceptIntroduction, { publicId: theirs.publicId });
  await call(app, neutral.principal, acceptIntroduction, { publicId: other.publicId });
  await call(app, rival.principal, writeMessage, { publicId: theirs.publicId, body: "Our price is 90." });
  const walled = { volume: expect.anything(), identity: expect.anything(), price: expect.anything() };
  expect(await fieldsOf(officer.principal, theirs.posting.publicId)).toMatchObject(walled);
  const seen = await fieldsOf(torn.principal, theirs.posting.publicId);
  for (const field of Object.keys(walled)) expect(seen).not.toHaveProperty(field);
  expect(await fieldsOf(torn.principal, other.posting.publicId)).toMatchObject(walled);
  await expect(
    call(app, torn.principal, loadIntroduction, { publicId: theirs.publicId }),
  ).rejects.toMatchObject(missing);
  expect(await list(torn)).toEqual([other.publicId]);
  for (const read of [
    `select 1 from introduction where public_id = '${theirs.publicId}'`,
    `select 1 from introduction_message`,
    `select 1 from posting_part where posting_id = '${theirs.posting.id}' and level = 'partner'`,
  ])
    expect([await asRaw(kernel, torn, read), await asRaw(kernel, officer, read)]).toEqual([
      "nothing",
      "done",
    ]);
});

it("[PL12] an officer of two bodies neither asks nor answers for the secretariat, whoever the other side is", async () => {
  const need = await addPosting(kernel, neutral, "need");
  const interest = { posting: need.publicId, aim: "quote", message: "May we have a quote?" } as const;
  await expect(call(app, torn.principal, askIntroduction, interest)).rejects.toMatchObject(kept);
  await expect(call(app, torn.principal, prepareIntroduction, interest)).rejects.toMatchObject(kept);
  const ours = await addPosting(kernel, officer, "need");
  const { publicId } = await call(app, neutral.principal, askIntroduction, {
    ...interest,
    posting: ours.publicId,
  });
  await expect(call(app, torn.principal, acceptIntroduction, { publicId })).rejects.toMatchObject(kept);
  await expect(
    call(app, torn.principal, declineIntroduction, { publicId, reason: "other" }),
  ).rejects.toMatchObject(kept);
  const past = `update introduction set state = 'declined' where public_id = '${publicId}'`;
  expect(await asRaw(kernel, torn, past)).toBe("nothing");
  await call(app, officer.principal, acceptIntroduction, { publicId, acknowledge: true });
});

it("[PL12] the competitor rule counts the administrators of a key of the secretariat", async () => {
  const live = await addPosting(kernel, rival, "capability", sampleContent({ concept: "ncm523" }));
  const { key } = await call(app, torn.principal, createKey, {
    name: "Reads",
    scopes: ["postings:read", "introductions:write"],
  });
  const program = { kind: "key", keyHash: hashToken(key) } as const;
  expect(await fieldsOf(officer.principal, live.publicId)).toHaveProperty("volume");
  expect(await fieldsOf(program, live.publicId)).not.toHaveProperty("volume");
  const interest = { posting: live.publicId, aim: "quote", message: "May we have a quote?" } as const;
  await expect(call(app, program, askIntroduction, interest)).rejects.toMatchObject(kept);
});
