import { match, postingUseAcceptance } from "@lilink/db/schema";
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
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
  type TestMember,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { acceptIntroduction } from "../introduction/answer.ts";
import { askIntroduction } from "../introduction/ask.ts";
import { listMatches } from "../match/list-matches.ts";
import { Market } from "../match/market.ts";
import { loadPosting } from "../posting/load-posting.ts";
import { searchPostings } from "../search/search-postings.ts";
import { acceptUse } from "./accept-use.ts";
import { listAcceptances } from "./list-acceptances.ts";
import { setUse } from "./set-use.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const { officer } = await addOffice(kernel);
const [maker, first, second] = [
  await addOrganization(kernel, { offers: ["li2co3-batt"] }),
  await addOrganization(kernel, { offers: ["ncm811"], needs: ["li2co3-batt"] }),
  await addOrganization(kernel, { offers: ["lfp"] }),
];
const author = await addMember(kernel, maker);
const [reader, other] = [await addMember(kernel, first), await addMember(kernel, second)];
const viewer = await addMember(kernel, first, { role: "viewer" });
const content = sampleContent({ description: "Zirconium-free crucibles keep it clean." });
const levels = { description: "member", price: "partner" } as const;
const offer = () => addPosting(kernel, author, "capability", content, levels);
type Terms = Parameters<typeof call<typeof setUse.input, never>>[3] extends { terms: infer T } ? T : never;
const terms = (given: object = {}) =>
  ({ purposes: ["evaluate"], framework: "free", until: null, words: "", ...given }) as Terms;
const set = (publicId: string, given: Terms | null = terms()) =>
  call(app, author.principal, setUse, { publicId, terms: given });
const accept = (who: TestMember, publicId: string, version: number, agreement = "") =>
  call(app, who.principal, acceptUse, { publicId, version, agreement });
const fieldsOf = async (who: TestMember, publicId: string) =>
  (await call(app, who.principal, loadPosting, { publicId })).reading?.fields ?? {};
const useOf = async (who: TestMember, publicId: string) =>
  (await call(app, who.principal, loadPosting, { publicId })).use;
const code = (of: string) => ({ code: of });

it("[US3] until the present version is accepted, a member reads what everyone reads", async () => {
  const { publicId } = await offer();
  expect(await fieldsOf(reader, publicId)).toHaveProperty("description");
  await set(publicId);
  const closed = await fieldsOf(reader, publicId);
  expect(closed).toMatchObject({ title: content.title });
  expect(closed).not.toHaveProperty("description");
  expect(closed).not.toHaveProperty("volume");
  expect(await fieldsOf(author, publicId)).toHaveProperty("price");
  await accept(reader, publicId, 1);
  expect(await fieldsOf(reader, publicId)).toHaveProperty("description");
  expect(await fieldsOf(other, publicId)).not.toHaveProperty("description");
  await set(publicId, terms({ purposes: ["benchmark"] }));
  expect(await fieldsOf(reader, publicId)).not.toHaveProperty("description");
  await expect(accept(reader, publicId, 1)).rejects.toMatchObject(code("CONFLICT"));
  await set(publicId, null);
  expect(await fieldsOf(other, publicId)).toHaveProperty("description");
});

it("[US3] visitors are asked nothing and read what is for everyone", async () => {
  const { publicId } = await offer();
  await set(publicId);
  const visitor = { kind: "anonymous" } as const;
  const seen = await call(app, visitor, loadPosting, { publicId });
  expect(seen.use).toBeNull();
  expect(seen.reading?.fields).toMatchObject({ title: content.title });
});

it("[US3] a partner by consent reads partner parts once it accepted", async () => {
  const { publicId } = await offer();
  await set(publicId);
  const asked = await call(app, reader.principal, askIntroduction, {
    posting: publicId,
    aim: "quote",
    message: "We would like a quote for ten tonnes.",
  });
  await call(app, author.principal, acceptIntroduction, { publicId: asked.publicId, acknowledge: true });
  expect(await fieldsOf(reader, publicId)).not.toHaveProperty("price");
  await accept(reader, publicId, 1);
  expect(await fieldsOf(reader, publicId)).toHaveProperty("price");
});

it("[US4] the index that all members share finds nothing by words under terms, whoever accepted", async () => {
  const made = await addPosting(
    kernel,
    author,
    "capability",
    { ...content, description: "It is dried by peristaltic ultrafiltration." },
    levels,
  );
  const find = async (who: TestMember) =>
    (await call(app, who.principal, searchPostings, { q: "peristaltic" })).items.map((one) => one.publicId);
  expect(await find(other)).toContain(made.publicId);
  await set(made.publicId);
  await accept(reader, made.publicId, 1);
  await find(reader);
  expect(await find(other)).toEqual([]);
  await set(made.publicId, null);
  expect(await find(other)).toContain(made.publicId);
});

it("[US4] a ranking counts what its reader accepted, and moves nobody else's", async () => {
  const market = new Market();
  const { id, publicId } = await offer();
  const want = sampleContent({ summary: "We need battery-grade lithium carbonate.", price: undefined });
  const needs = [
    await addPosting(kernel, reader, "need", want),
    await addPosting(kernel, other, "need", want),
  ] as const;
  const rank = () => rankPosting(kernel, market, id);
  const rows = async (own: string) =>
    owner
      .select({ seen: match.seen, score: match.score })
      .from(match)
      .where(and(eq(match.ownPostingId, own), eq(match.otherPostingId, id)));
  await set(publicId);
  await rank();
  const [before, others] = [await rows(needs[0].id), await rows(needs[1].id)];
  await accept(reader, publicId, 1);
  await rank();
  const after = await rows(needs[0].id);
  expect(after[0]?.seen).not.toBe(before[0]?.seen);
  expect(await rows(needs[1].id)).toEqual(others);
  // What row security shows and what the ranking took are the same parts, for both.
  for (const [who, need] of [
    [reader, needs[0]],
    [other, needs[1]],
  ] as const) {
    const shown = await call(app, who.principal, listMatches, { publicId: need.publicId });
    expect(JSON.stringify(shown)).toContain(publicId);
  }
});

it("[US5] a writer accepts once, an agreement is named, and the author alone reads who", async () => {
  const { publicId } = await offer();
  await set(publicId, terms({ framework: "signed_agreement", words: "For the plant in Jiujiang alone." }));
  await expect(accept(viewer, publicId, 1)).rejects.toMatchObject(code("FORBIDDEN"));
  await expect(accept(reader, publicId, 1)).rejects.toMatchObject({
    code: "INVALID_INPUT",
    faults: [{ field: "agreement", rule: "required" }],
  });
  await accept(reader, publicId, 1, "NDA-2026-014");
  await accept(reader, publicId, 1, "another");
  const told = [{ organization: { publicId: first.publicId }, version: 1, agreement: "NDA-2026-014" }];
  const accepted = () => call(app, author.principal, listAcceptances, { publicId, limit: 20 });
  expect((await accepted()).items).toMatchObject(told);
  expect(await useOf(other, publicId)).toMatchObject({ version: 1, acceptedAt: null, isOver: false });
  await expect(call(app, other.principal, listAcceptances, { publicId, limit: 20 })).rejects.toMatchObject(
    code("NOT_FOUND"),
  );
  // Terms that are removed take no acceptance with them.
  await set(publicId, null);
  expect((await accepted()).items).toMatchObject(told);
  expect(await useOf(author, publicId)).toBeNull();
  await set(publicId);
  for (const who of [other, officer])
    expect(await asRaw(kernel, who, "select 1 from posting_use_acceptance")).toBe("nothing");
  await expect(accept(author, publicId, 1)).rejects.toMatchObject(code("NOT_FOUND"));
  await expect(set(publicId, terms({ until: "2020-01-01" }))).rejects.toMatchObject({
    faults: [{ field: "terms.until", rule: "dateInPast" }],
  });
});

it("[US3] a statement past the verbs accepts nothing for others, of an earlier version or without an agreement", async () => {
  const { id, publicId } = await offer();
  await set(publicId);
  await set(publicId, terms({ framework: "signed_agreement" }));
  const insert = (version: number, org: string, agreement = "'x'") =>
    `insert into posting_use_acceptance (posting_id, version, org_id, agreement, accepted_by, accepted_at)
     select '${id}', ${version}, '${org}', ${agreement}, app.person(), now()`;
  expect(await asRaw(kernel, reader, insert(1, first.id))).toBe("42501");
  expect(await asRaw(kernel, reader, insert(2, second.id))).toBe("42501");
  expect(await asRaw(kernel, reader, insert(2, first.id, "null"))).toBe("42501");
  expect(await asRaw(kernel, reader, `select app.put_under_use('${id}')`)).toBe("done");
  expect(await fieldsOf(reader, publicId)).not.toHaveProperty("description");
  expect(await asRaw(kernel, reader, insert(2, first.id))).toBe("done");
  expect(await fieldsOf(reader, publicId)).toHaveProperty("description");
});

it("[US2] [US3] whatever is set and accepted in whatever order, the database opens what the rule opens", async () => {
  const { id, publicId } = await offer();
  const step = fc.constantFrom("set", "remove", "reader", "other");
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      await owner.delete(postingUseAcceptance).where(eq(postingUseAcceptance.postingId, id));
      await set(publicId, null);
      let version: number | null = null;
      const accepted = new Map<TestMember, Set<number>>([reader, other].map((who) => [who, new Set()]));
      for (const one of steps) {
        if (one === "set") version = (await set(publicId)).version;
        else if (one === "remove") version = (await set(publicId, null)).version;
        else if (version !== null) {
          const who = one === "reader" ? reader : other;
          await accept(who, publicId, version);
          accepted.get(who)?.add(version);
        }
      }
      for (const [who, versions] of accepted)
        expect("description" in (await fieldsOf(who, publicId))).toBe(
          version === null || versions.has(version),
        );
    }),
    { numRuns: 12 },
  );
}, 60_000);
