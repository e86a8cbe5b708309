import { toDatabase } from "@lilink/db";
import pg from "pg";
import { afterAll, expect, it } from "vitest";
import { addMember, addOrganization, addPosting, createTestKernel } from "../../../testing/index.ts";
import { createPosting } from "../../exchange/posting/create-posting.ts";
import { call, callJob } from "../../kernel/call.ts";
import { openDatabaseSource } from "./open-source.ts";
import { makeSigner, readPublicKey } from "./sign.ts";
import { signHeads } from "./sign-heads.ts";
import { verifyAudit } from "./verify.ts";

const kernel = await createTestKernel();
const signer = makeSigner();
const publicKey = readPublicKey(signer.publicKey);
const signNow = () =>
  callJob(kernel.worker, { id: kernel.app.newId(), name: "audit.sign" }, signHeads(signer), {});

const firm = await addOrganization(kernel);
const member = await addMember(kernel, firm);
const posting = await addPosting(kernel, member, "need");
for (let turn = 0; turn < 3; turn += 1)
  await call(kernel.app, member.principal, createPosting, { kind: "need" });
await kernel.owner.execute(
  `insert into disclosure_read (id, owner_organization_id, posting_id, version, level, purpose, at)
    select gen_random_uuid(), '${firm.id}', '${posting.id}', 1, 'partner', 'partner', now() from generate_series(1, 3)`,
);
await signNow();
for (let turn = 0; turn < 2; turn += 1)
  await call(kernel.app, member.principal, createPosting, { kind: "need" });
await signNow();

const owner = new pg.Client({ connectionString: kernel.database.ownerUrl });
await owner.connect();
afterAll(() => owner.end());
const source = openDatabaseSource(toDatabase(owner));
const elsewhere = await source.checkpoints();

const own = `organization_id = '${firm.id}'`;
const ofLink = (number: number) =>
  `(select entry_id from audit_link where kind = 'audit' and chain = '${firm.id}' and number = ${number})`;
const off = ["audit_entry", "disclosure_read", "audit_link", "audit_head", "audit_checkpoint"]
  .map((table) => `alter table ${table} disable trigger user`)
  .join(";");
const { rows } = await owner.query<{ last: string }>(
  "select number as last from audit_head where kind = 'audit' and chain = $1",
  [firm.id],
);
const last = Number(rows[0]?.last);
const cutTail = `delete from audit_entry where id = ${ofLink(last)};
  delete from audit_link where kind = 'audit' and chain = '${firm.id}' and number = ${last};
  update audit_head h set number = l.number, hash = l.hash from audit_link l
    where (h.kind, h.chain) = (l.kind, l.chain) and l.kind = 'audit' and l.chain = '${firm.id}' and l.number = ${last} - 1`;
// The whole chain anew, without its second entry, by the database's own hand.
const rebuild = `delete from audit_entry where id = ${ofLink(2)};
  delete from audit_link where kind = 'audit' and chain = '${firm.id}';
  delete from audit_head where kind = 'audit' and chain = '${firm.id}';
  do $do$ declare e audit_entry; begin
    for e in select * from audit_entry where ${own} order by at, id loop
      perform app.link('audit', e.organization_id, e.id, app.audit_form(e)); end loop; end $do$`;

it("[AU7] finds nothing in what the product wrote", async () => {
  expect(await verifyAudit(source, { publicKey, kept: elsewhere })).toMatchObject({
    findings: 0,
    unsigned: 0,
    checkpoints: 2,
    entries: { disclosure: 3 },
  });
});

it.each([
  ["an edited act", `update audit_entry set action = 'posting.close' where id = ${ofLink(2)}`, "edited"],
  [
    "an edited detail",
    `update audit_entry set detail = detail || '{"a":1}' where id = ${ofLink(last)}`,
    "edited",
  ],
  ["an edited time", `update audit_entry set at = at + interval '1 ms' where id = ${ofLink(1)}`, "edited"],
  [
    "an edited reading",
    "update disclosure_read set reader_organization_id = owner_organization_id",
    "edited",
  ],
  ["an act that was removed", `delete from audit_entry where id = ${ofLink(3)}`, "deleted"],
  [
    "an act and its link removed",
    `delete from audit_entry where id = ${ofLink(3)}; delete from audit_link where entry_id not in (select id from audit_entry union select id from disclosure_read)`,
    "gap",
  ],
  [
    "a reading that was removed",
    "delete from disclosure_read where id = (select id from disclosure_read limit 1)",
    "deleted",
  ],
  [
    "an act put in",
    `insert into audit_entry values (gen_random_uuid(), '${firm.id}', null, 'member', 'x', 'x', null, '{}', now())`,
    "inserted",
  ],
  [
    "two acts that changed places",
    `update audit_entry a set action = b.action, subject_id = b.subject_id from audit_entry b where a.${own} and b.${own} and a.id in (${ofLink(2)}, ${ofLink(4)}) and b.id in (${ofLink(2)}, ${ofLink(4)}) and a.id <> b.id`,
    "edited",
  ],
  [
    "two links that changed places",
    `update audit_link set number = 100 where chain = '${firm.id}' and number = 2 and kind = 'audit'; update audit_link set number = 2 where chain = '${firm.id}' and number = 3 and kind = 'audit'; update audit_link set number = 3 where chain = '${firm.id}' and number = 100`,
    "broken",
  ],
  ["a tail that was cut", cutTail, "cut"],
  ["a chain that was built anew", rebuild, "notAsSigned"],
  ["a head that was moved", "update audit_head set number = number - 1", "headMoved"],
  [
    "a tail that was cut with its checkpoint",
    `${cutTail}; delete from audit_checkpoint where number = 2`,
    "checkpointMissing",
  ],
  ["a chain built anew without checkpoints", `${rebuild}; delete from audit_checkpoint`, "checkpointMissing"],
  [
    "a checkpoint that was edited",
    "update audit_checkpoint set payload = replace(payload, '\"number\":2', '\"number\": 2')",
    "checkpointForged",
  ],
])("[AU7] finds, after the owner of the database was at it: %s", async (_name, tampering, what) => {
  await owner.query(`begin; ${off}; ${tampering}`);
  const { found } = await verifyAudit(source, { publicKey, kept: elsewhere });
  await owner.query("rollback");
  expect(found.map((finding) => finding.what)).toContain(what);
});

it("[AU6] signs only what has grown, and nothing where nothing has", async () => {
  expect(await signNow()).toEqual({ heads: 0 });
  await call(kernel.app, member.principal, createPosting, { kind: "need" });
  expect(await signNow()).toEqual({ heads: 1 });
  expect(await verifyAudit(source, { publicKey })).toMatchObject({ findings: 0, checkpoints: 3 });
});
