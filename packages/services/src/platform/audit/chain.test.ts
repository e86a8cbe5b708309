import { auditLink, disclosureRead } from "@lilink/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { addMember, addOrganization, addPosting, asRaw, createTestKernel } from "../../../testing/index.ts";
import { logDisclosure } from "../../exchange/posting/log-disclosure.ts";
import { call } from "../../kernel/call.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { readLinks } from "./read-links.ts";
import { type ChainKind, NO_HASH, NO_ORGANIZATION, sealOf } from "./seal.ts";

const kernel = await createTestKernel();
const { app, owner, worker } = kernel;
const firm = await addOrganization(kernel);
const member = await addMember(kernel, firm);
const rivalFirm = await addOrganization(kernel);
const rival = await addMember(kernel, rivalFirm);

const note = defineMutation({
  name: "person.edit",
  input: z.object({ text: z.string() }),
  authorize: { action: "session.read" },
  run: async (_ctx, { text }) => text,
  audit: (_input, text) => ({ subjectKind: "text", subjectId: null, detail: { text } }),
});
const reading = (ids: readonly string[]) =>
  defineQuery({
    name: "match.read",
    input: z.object({}),
    authorize: { action: "session.read" },
    run: async (ctx) => {
      for (const id of ids) await logDisclosure(ctx, { id, version: 1, levels: ["partner"] }, "partner");
      return "what only a partner reads";
    },
  });

async function numbersOf(kind: ChainKind, chain: string): Promise<number[]> {
  const rows = await owner
    .select({ number: auditLink.number })
    .from(auditLink)
    .where(and(eq(auditLink.kind, kind), eq(auditLink.chain, chain)))
    .orderBy(asc(auditLink.number));
  return rows.map(({ number }) => number);
}
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe("the chain of an organization", () => {
  it("[AU1] [AU3] numbers each entry and seals it, by the same bytes here and in the database", async () => {
    for (const text of ["a:1,", "锂𠮷\n\t\"'\\", "", "-"]) await call(app, member.principal, note, { text });
    let prior = NO_HASH;
    let number = 0;
    for await (const { link, form } of readLinks(owner, "audit", firm.id)) {
      number += 1;
      expect([link.number, link.prior]).toEqual([number, prior]);
      expect(sealOf(link, form ?? [])).toBe(link.hash);
      prior = link.hash;
    }
    expect(number).toBe(4);
  });

  it("[AU2] has no gap and no fork where 64 write at once, and what is rolled back takes no number", async () => {
    const before = (await numbersOf("audit", rivalFirm.id)).length;
    await Promise.all(upTo(64).map((turn) => call(app, rival.principal, note, { text: String(turn) })));
    await asRaw(kernel, rival, "insert into audit_entry (id) values (null)");
    await call(app, rival.principal, note, { text: "after" });
    expect(await numbersOf("audit", rivalFirm.id)).toEqual(upTo(before + 65));
  });

  it("[AU2] lets two read from the same owners in opposite order", async () => {
    const postings = await Promise.all([
      addPosting(kernel, member, "need"),
      addPosting(kernel, rival, "need"),
    ]);
    const reader = await addMember(kernel, await addOrganization(kernel));
    const ids = postings.map(({ id }) => id);
    await Promise.all(
      upTo(20).map((turn) => call(app, reader.principal, reading(turn % 2 ? ids : [...ids].reverse()), {})),
    );
    expect(await numbersOf("disclosure", firm.id)).toEqual(upTo(20));
    expect(await numbersOf("disclosure", rivalFirm.id)).toEqual(upTo(20));
  });

  it("[AU4] gives nothing confidential away when its reading cannot be written", async () => {
    const posting = await addPosting(kernel, member, "need");
    const reader = await addMember(kernel, await addOrganization(kernel));
    await owner.execute(
      "alter table audit_link add constraint full_disk check (kind <> 'disclosure') not valid",
    );
    const refused = await call(app, reader.principal, reading([posting.id]), {}).catch(() => "refused");
    await owner.execute("alter table audit_link drop constraint full_disk");
    expect(refused).toBe("refused");
    expect(await owner.select().from(disclosureRead).where(eq(disclosureRead.postingId, posting.id))).toEqual(
      [],
    );
    expect(await call(app, reader.principal, reading([posting.id]), {})).toContain("partner");
  });
});

describe("a connection of the application", () => {
  const zero = `'${"0".repeat(64)}'`;
  it.each([
    ["update audit_entry set action = 'x'", "42501"],
    ["delete from audit_entry", "42501"],
    ["truncate audit_entry", "42501"],
    ["delete from disclosure_read", "42501"],
    [
      `insert into audit_link values ('audit', '${firm.id}', 900, gen_random_uuid(), ${zero}, ${zero})`,
      "42501",
    ],
    [
      `insert into audit_link values ('audit', '${rivalFirm.id}', 900, gen_random_uuid(), ${zero}, ${zero})`,
      "42501",
    ],
    ["update audit_head set number = 0", "42501"],
    [`select app.link('audit', '${firm.id}', gen_random_uuid(), '')`, "42501"],
    ["alter table audit_entry disable trigger all", "42501"],
    ["set session_replication_role = replica", "42501"],
    ["insert into audit_checkpoint values (1, now(), '', '')", "42501"],
  ])("[AU5] does not change what was written: %s", async (statement, code) => {
    expect(await asRaw(kernel, member, statement)).toBe(code);
  });

  it("[AU5] writes into no chain but its own", async () => {
    const into = (chain: string, person: string) =>
      asRaw(
        kernel,
        member,
        `insert into audit_entry values (gen_random_uuid(), '${chain}', '${person}', 'member', 'x', 'x', null, '{}', now())`,
      );
    expect(await into(rivalFirm.id, rival.personId)).toBe("42501");
    expect(await into(firm.id, rival.personId)).toBe("42501");
    expect(await into(firm.id, member.personId)).toBe("done");
    await expect(
      worker.pool.query(
        "insert into audit_entry values (gen_random_uuid(), $1, null, 'job', 'x', 'x', null, '{}', now())",
        [firm.id],
      ),
    ).rejects.toMatchObject({ code: "42501" });
  });

  it.each([
    "update audit_entry set action = action",
    "delete from audit_link",
    "truncate disclosure_read",
    "delete from audit_head",
  ])("[AU5] is not alone in that: the owner of the tables is refused too: %s", async (statement) => {
    await call(app, member.principal, note, { text: "kept" });
    await expect(owner.execute(statement)).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});

it("[AU1] keeps acts without an organization in a chain of their own", async () => {
  const before = (await numbersOf("audit", NO_ORGANIZATION)).length;
  await call(app, { kind: "person", personId: member.personId }, note, { text: "alone" });
  expect(await numbersOf("audit", NO_ORGANIZATION)).toEqual(upTo(before + 1));
});
