import { createHash, randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { addMember, addOrganization, addSession, asRaw, createTestKernel } from "../../testing/index.ts";
import { keepWebKey } from "../platform/reference/keep-web-key.ts";
import { readHint, writeHint } from "./hint.ts";

const kernel = await createTestKernel();
const firm = await addOrganization(kernel);
const member = await addMember(kernel, firm);
const hash = createHash("sha256").update("known").digest("hex");

it("[ID11] without the key of the web's processes nothing that ends in a credential runs", async () => {
  const [id, who] = [randomUUID(), member.personId];
  const later = "now() + interval '1 hour'";
  for (const statement of [
    `select app.send_mail_token('${id}', 'reset', '${member.email}', '{}', '${hash}', now(), ${later})`,
    `select app.finish_reset('${hash}', 'x', now())`,
    `select app.set_password('${who}', 'x', now())`,
    `select app.find_credential('${member.email}')`,
    `select app.start_session('${id}', '${who}', null, null, now(), ${later})`,
    "select app.add_factor(gen_random_uuid(), 'passkey', '', null, 'c', 'k', 0, '{}', true, now())",
    `insert into api_key (id, public_id, organization_id, name, key_hash, prefix, scopes, created_at)
      values ('${id}', 'abcdefgh1234', '${firm.id}', 'k', '${hash}', 'llk_', '{}', now())`,
    `insert into invitation (id, organization_id, email, role, token_hash, expires_at, created_at)
      values ('${id}', '${firm.id}', 'evil@evil.example', 'admin', '${hash}', ${later}, now())`,
    "select app.hmac('1')",
    "select * from web_key",
  ])
    expect(await asRaw(kernel, member, statement), statement).toBe("42501");
});

it("[ID11] a proof holds for its own transaction, and for the present key", async () => {
  const client = await kernel.app.pool.connect();
  const proven = async () => (await client.query<{ p: boolean }>("select app.proven() as p")).rows[0]?.p;
  const prove = async () => {
    const { rows } = await client.query<{ id: string }>("select pg_current_xact_id()::text as id");
    await client.query("select set_config('app.proof', $1, true)", [
      kernel.app.identity.prove(rows[0]?.id ?? ""),
    ]);
    return kernel.app.identity.prove(rows[0]?.id ?? "");
  };
  try {
    await client.query("begin");
    expect(await proven()).toBe(false);
    const proof = await prove();
    expect(await proven()).toBe(true);
    await client.query("commit");
    await client.query("begin");
    expect(await proven()).toBe(false);
    await client.query("select set_config('app.proof', $1, true)", [proof]);
    expect(await proven()).toBe(false);
    await client.query("rollback");
    await keepWebKey(kernel.owner, "another secret of the tests, 32 letters");
    await client.query("begin");
    await prove();
    expect(await proven()).toBe(false);
    await client.query("rollback");
    await keepWebKey(kernel.owner, "a secret of the tests, at least 32 characters");
    await client.query("begin");
    await prove();
    expect(await proven()).toBe(true);
    await client.query("rollback");
  } finally {
    client.release();
  }
});

it("[ID11] what was ended stays ended", async () => {
  const { sessionId } = await addSession(kernel, member);
  await kernel.ownerRows("update session set revoked_at = now() where id = $1", [sessionId]);
  const revive = `update session set revoked_at = null where id = '${sessionId}'`;
  expect(await asRaw(kernel, member, revive)).toBe("42501");
});

it("[PL14] the worker's hints and the web's are the same, and a made one is none", async () => {
  const mark = kernel.app.identity.hint ?? (() => "");
  const event = { topic: "match", organizationId: firm.id, subjectId: "0" } as const;
  const written = readHint(writeHint(event, randomUUID(), mark) ?? undefined);
  expect(written).toMatchObject({ topic: "match" });
  expect(JSON.stringify(written)).not.toContain(firm.id);
  expect(writeHint({ topic: "match", subjectId: "0" }, randomUUID(), mark)).toBeNull();
  for (const payload of [undefined, "", "null", JSON.stringify(event), `match ${randomUUID()} short`])
    expect(readHint(payload)).toBeNull();
  const text = `hint 0 match organization:${firm.id}`;
  const rows = await kernel.ownerRows<{ h: string }>("select app.hmac($1) as h", [text]);
  expect(rows[0]?.h).toBe(mark(text));
});
