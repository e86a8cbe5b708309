import { membership } from "@lilink/db/schema";
import { expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  addPosting,
  createTestKernel,
  rankPosting,
  sampleContent,
  type TestMember,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { acceptIntroduction } from "../introduction/answer.ts";
import { askIntroduction } from "../introduction/ask.ts";
import { listMatches } from "./list-matches.ts";
import { Market } from "./market.ts";

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

it("[PL12] what a competitor opened to the secretariat changes nothing in the list of its officer of two bodies", async () => {
  const content = sampleContent({ concept: "lifsi", evidence: "Tested by a laboratory." });
  const offer = (of: TestMember) => addPosting(kernel, of, "capability", content, { evidence: "partner" });
  const [theirs, other] = [await offer(rival), await offer(neutral)];
  const need = await addPosting(kernel, officer, "need", sampleContent({ concept: "lifsi" }));
  const market = new Market();
  const listed = async (who: TestMember) => {
    const { matches } = await call(app, who.principal, listMatches, { publicId: need.publicId });
    return matches.map(({ other, result }) => [other.publicId, result] as const);
  };
  const compute = (postingId: string) => rankPosting(kernel, market, postingId);
  await compute(need.id);
  const before = await listed(torn);
  expect(before.map(([publicId]) => publicId)).toEqual([other.publicId]);
  const { publicId } = await call(app, officer.principal, askIntroduction, {
    posting: theirs.publicId,
    aim: "quote",
    message: "We would like to hear more about it.",
  });
  await call(app, rival.principal, acceptIntroduction, { publicId });
  await compute(need.id);
  expect((await listed(officer)).map(([id]) => id).sort()).toEqual([theirs.publicId, other.publicId].sort());
  expect(await listed(torn)).toEqual(before);
});
