import { readFileSync } from "node:fs";
import { auditLink } from "@lilink/db/schema";
import { asc } from "drizzle-orm";
import { expect, it } from "vitest";
import { createTestKernel } from "../../../testing/index.ts";
import { openDatabaseSource } from "./open-source.ts";
import { makeSigner, readPublicKey } from "./sign.ts";
import { verifyAudit } from "./verify.ts";

const { owner } = await createTestKernel();
const migration = readFileSync(new URL("../../../../db/migrations/0009_audit.sql", import.meta.url), "utf8");
const takeIn = migration
  .split("--> statement-breakpoint")
  .find((part) => part.includes("-- What is there already"));

it("[AU1] the migration chains what was written before there were chains, in the order of its time", async () => {
  const firm = "018f0000-0000-7000-8000-000000000001";
  await owner.execute(
    "alter table audit_entry disable trigger user; alter table disclosure_read disable trigger user",
  );
  await owner.execute(`insert into audit_entry (id, organization_id, actor_kind, action, subject_kind, detail, at)
    select gen_random_uuid(), case when n % 3 > 0 then '${firm}'::uuid end, 'member', 'posting.create', 'posting', '{"b": 1.50, "a": null}',
      timestamptz '2026-11-24' - n * interval '1 hour' from generate_series(1, 30) n`);
  await owner.execute(`insert into disclosure_read (id, owner_organization_id, version, level, purpose, at)
    select gen_random_uuid(), '${firm}', n, 'partner', 'partner', timestamptz '2026-11-24' - n * interval '1 hour' from generate_series(1, 5) n`);
  await owner.execute(
    "alter table audit_entry enable trigger user; alter table disclosure_read enable trigger user",
  );
  const publicKey = readPublicKey(makeSigner().publicKey);
  expect((await verifyAudit(openDatabaseSource(owner), { publicKey })).findings).toBe(35);
  await owner.execute(takeIn ?? "");
  const report = await verifyAudit(openDatabaseSource(owner), { publicKey });
  expect(report).toMatchObject({
    entries: { audit: 30, disclosure: 5 },
    chains: 3,
    found: [{ what: "neverSigned" }],
  });
  const { rows } = await owner.execute<{ sorted: boolean }>(
    `select bool_and(later) as sorted from (select e.at > lag(e.at) over (partition by l.chain order by l.number) as later
     from audit_link l join audit_entry e on e.id = l.entry_id) t`,
  );
  expect(rows[0]?.sorted).toBe(true);
  expect(await owner.select().from(auditLink).orderBy(asc(auditLink.number))).toHaveLength(35);
});
