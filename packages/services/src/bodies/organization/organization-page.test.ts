import { introduction, introductionParty } from "@lilink/db/schema";
import { expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  rankPosting,
  sampleContent,
  type TestMember,
} from "../../../testing/index.ts";
import { listWithOrganization } from "../../exchange/match/list-with-organization.ts";
import { Market } from "../../exchange/match/market.ts";
import { searchPostings } from "../../exchange/search/search-postings.ts";
import { call } from "../../kernel/call.ts";
import { listOrganizations } from "./list-organizations.ts";
import { loadOrganization } from "./load-organization.ts";

const now = new Date("2026-11-24T02:00:00Z");
const kernel = await createTestKernel(now);
const market = new Market();
const nobody = { kind: "anonymous" } as const;
const maker = await addOrganization(kernel, { links: ["materials"], offers: ["ncm811"] });
const buyer = await addMember(kernel, maker);
const salt = await addOrganization(kernel, { links: ["smelting"], offers: ["li2co3-batt"] });
const supplier = await addMember(kernel, salt);
const publish = async (
  by: TestMember,
  ...rest: [kind: "need" | "capability", identity?: "everyone" | "member"]
) => {
  const [kind, identity] = rest;
  const made = await addPosting(kernel, by, kind, sampleContent(), identity ? { identity } : {});
  await rankPosting(kernel, market, made.id);
  return made.publicId;
};
const open = await publish(supplier, "capability", "everyone");
const inside = await publish(supplier, "capability", "member");
const unnamed = await publish(supplier, "capability");
const need = await publish(buyer, "need");
const listed = async (by: TestMember["principal"] | typeof nobody) =>
  (await call(kernel.app, by, searchPostings, { organization: [salt.publicId] })).items.map(
    ({ publicId }) => publicId,
  );

it("[SE18] a body's postings are those that show its name to the reader, to its own people too", async () => {
  expect(await listed(nobody)).toEqual([open]);
  expect((await listed(buyer.principal)).sort()).toEqual([open, inside].sort());
  expect((await listed(supplier.principal)).sort()).toEqual([open, inside].sort());
  expect(await listed(buyer.principal)).not.toContain(unnamed);
});

it("[SE18] the name narrows what other words find", async () => {
  const found = await call(kernel.app, buyer.principal, searchPostings, {
    q: "carbonate",
    organization: [maker.publicId],
  });
  expect(found.items).toEqual([]);
});

it("[OR14] matches with a body are those of its postings that show its name, each with the best of one's own", async () => {
  const found = await call(kernel.app, buyer.principal, listWithOrganization, {
    organization: salt.publicId,
  });
  expect(found.map(({ other }) => other).sort()).toEqual([open, inside].sort());
  expect(new Set(found.map(({ own }) => own))).toEqual(new Set([need]));
  expect(Object.keys(found[0] ?? {}).sort()).toEqual(["other", "own", "ownTitle", "word"]);
  const back = await call(kernel.app, supplier.principal, listWithOrganization, {
    organization: maker.publicId,
  });
  expect(back).toEqual([]);
});

it("[OR14] its own people are told how many of its live postings show its name, and to whom", async () => {
  const own = await call(kernel.app, supplier.principal, loadOrganization, { publicId: salt.publicId });
  expect(own.seen).toEqual({ live: 3, everyone: 1, member: 2 });
  const other = await call(kernel.app, buyer.principal, loadOrganization, { publicId: salt.publicId });
  expect(other.seen).toBeNull();
});

type Request = { readonly answered: number | null; readonly by: number };

/** A body that was asked so; the requests stand as the exchange writes them, sent from the first of June. */
async function askedBody(requests: readonly Request[]) {
  const body = await addOrganization(kernel);
  const owner = await addMember(kernel, body);
  const { id: askedPostingId } = await addPosting(kernel, owner, "capability", sampleContent());
  const askers = await Promise.all([0, 1, 2].map(() => addOrganization(kernel)));
  for (const [at, { answered, by }] of requests.entries()) {
    const sentAt = new Date(Date.UTC(2026, 5, 1 + at, 1));
    const after = (days: number) => new Date(sentAt.getTime() + days * 86_400_000);
    const id = kernel.app.newId();
    await kernel.owner.insert(introduction).values({
      id,
      publicId: kernel.app.newPublicId(),
      askedPostingId,
      state: answered === null ? "expired" : "accepted",
      aim: "sample",
      message: "Ten tonnes.",
      sentAt,
      dueAt: after(7),
      answeredAt: answered === null ? null : after(answered),
    });
    await kernel.owner.insert(introductionParty).values([
      { introductionId: id, side: "asking", organizationId: askers[by]?.id ?? "" },
      { introductionId: id, side: "asked", organizationId: body.id },
    ]);
  }
  return async (by: TestMember["principal"] | typeof nobody) =>
    (await call(kernel.app, by, loadOrganization, { publicId: body.publicId })).answers;
}
const many = (count: number, answered: number | null, by = 0): Request[] =>
  Array.from({ length: count }, (_, at) => ({ answered, by: (by + at) % 3 }));

it("[OR13] answers are told in bands, to verified members, from ten requests of three askers on", async () => {
  const until = new Date("2026-10-31T16:00:00Z");
  const quick = await askedBody([...many(9, 1.5), ...many(1, null)]);
  expect(await quick(buyer.principal)).toEqual({ share: "nearlyAll", days: 2, until });
  expect(await quick(nobody)).toBeNull();
  const slow = await askedBody([...many(7, 8), ...many(3, null)]);
  expect(await slow(buyer.principal)).toMatchObject({ share: "most", days: 10 });
  const silent = await askedBody(many(10, null));
  expect(await silent(buyer.principal)).toMatchObject({ share: "few", days: null });
});

it("[OR13] nine requests, or ten of two askers, tell nothing", async () => {
  expect(await (await askedBody(many(9, 1)))(buyer.principal)).toBeNull();
  const ofTwo = many(10, 1).map((request, at) => ({ ...request, by: at % 2 }));
  expect(await (await askedBody(ofTwo))(buyer.principal)).toBeNull();
});

it("[OR2] the directory is narrowed by a concept on whose live postings a body shows its name to the reader", async () => {
  await addPosting(kernel, supplier, "capability", sampleContent({ concept: "lioh-batt" }), {
    identity: "member",
  });
  const named = async (by: TestMember["principal"] | typeof nobody, concept: string) => {
    const { items, facets } = await call(kernel.app, by, listOrganizations, { concept });
    return [items.map(({ publicId }) => publicId), facets.concept.map(({ value }) => value).sort()];
  };
  expect(await named(nobody, "li2co3-batt")).toEqual([[salt.publicId], ["li2co3-batt"]]);
  expect(await named(nobody, "lioh-batt")).toEqual([[], ["li2co3-batt"]]);
  expect(await named(buyer.principal, "lioh-batt")).toEqual([[salt.publicId], ["li2co3-batt", "lioh-batt"]]);
  await expect(call(kernel.app, nobody, listOrganizations, { concept: "no-such" })).rejects.toMatchObject({
    code: "INVALID_INPUT",
  });
});
