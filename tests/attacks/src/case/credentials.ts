import { strict as assert } from "node:assert";
import { createHash, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { findAccount, signIn } from "@lilink/test-exchange/sign-in";
import { ask } from "../ask.ts";
import { mustMutate } from "../must.ts";
import type { Case, World } from "../world.ts";
import { withApp } from "./raw.ts";

const victim = "sales@cathode.example";
const hash = createHash("sha256").update("known to the attacker").digest("hex");

async function idsOf({ owner }: World) {
  const { rows } = await owner.query<{ person: string; organization: string }>(
    "select p.id as person, m.organization_id as organization from person p join membership m on m.person_id = p.id where p.email = $1",
    [victim],
  );
  const [found] = rows;
  assert.ok(found, "the victim is there");
  return found;
}

/** What ends in a credential, each as somebody would ask for it who has the connection of the web's role. */
const forged = (person: string, organization: string): readonly (readonly [string, readonly unknown[]])[] => {
  const [now, later] = [new Date(), new Date(Date.now() + 3_600_000)];
  const id = randomUUID();
  return [
    ["select app.send_mail_token($1, 'reset', $2, '{}', $3, $4, $5)", [id, victim, hash, now, later]],
    ["select app.finish_reset($1, 'x', $2)", [hash, now]],
    ["select app.set_password($1, 'x', $2)", [person, now]],
    ["select * from app.find_credential($1)", [victim]],
    ["select * from app.earlier_passwords(null, 10, $1)", [now]],
    ["select app.find_external('https://evil.example', 'me', $1, $2, $3)", [victim, id, now]],
    ["select app.register_person($1, 'evil12345678', 'evil@evil.example', 'E', 'en', 'x', $2)", [id, now]],
    ["select app.make_account($1, $2, 'evil12345678', 'E', 'en', 'x', '1', $3)", [hash, id, now]],
    ["select app.join_by_invitation($1, $2, 'evil12345678', 'E', 'en', 'x', '1', $3)", [hash, id, now]],
    ["select app.open_session($1, $2, null, $3, $4)", [id, person, now, later]],
    ["select app.start_session($1, $2, null, null, $3, $4)", [id, person, now, later]],
    ["select app.start_step($1, $2, $3, null, $4, $5)", [id, person, hash, now, later]],
    ["select app.confirm_session($1)", [now]],
    ["select app.add_factor($1, 'passkey', 'mine', null, 'c', 'k', 0, '{}', true, $2)", [id, now]],
    ["select app.confirm_factor($1, 1, $2)", [id, now]],
    ["select app.remove_factor($1)", [id]],
    ["select app.set_recovery(array[$1]::uuid[], array['h'], $2)", [id, now]],
    ["select app.manage_account('whoever', 'resetFactors', $1)", [now]],
    [
      "insert into invitation (id, organization_id, email, role, token_hash, expires_at, created_at) values ($1, $2, 'evil@evil.example', 'admin', $3, $5, $4)",
      [id, organization, hash, now, later],
    ],
    [
      "insert into api_key (id, public_id, organization_id, name, key_hash, prefix, scopes, created_by, created_at) values ($1, 'evil12345678', $2, 'k', $3, 'llk_', '{postings:read}', $5, $4)",
      [id, organization, hash, now, person],
    ],
  ];
};

export const credentials: readonly Case[] = [
  {
    name: "credentials: the connection of the web's role makes no password, letter, session, factor, invitation or key",
    run: (world) =>
      withApp(world, async (app) => {
        const { person, organization } = await idsOf(world);
        // With nothing, with a guess, and with the proof of an earlier transaction.
        for (const proof of ["", "0".repeat(64), createHash("sha256").update("1").digest("hex")])
          for (const [statement, values] of forged(person, organization)) {
            await app.query("begin");
            await app.query("select app.become('member', $1, $2)", [person, organization]);
            await app.query("select set_config('app.proof', $1, true)", [proof]);
            const code = await app.query(statement, [...values]).then(
              () => "done",
              (error: { code?: string }) => error.code,
            );
            await app.query("rollback");
            assert.equal(code, "42501", statement);
          }
        await assert.rejects(app.query("select * from web_key"));
        await assert.rejects(app.query("select app.hmac('1')"));
        await signIn(world.url, findAccount(world.exchange.dataDir, victim));
      }),
  },
  {
    name: "credentials: what was ended stays ended at the connection of the web's role",
    run: (world) =>
      withApp(world, async (app) => {
        const { person, organization } = await idsOf(world);
        await signIn(world.url, findAccount(world.exchange.dataDir, victim));
        const { rowCount } = await world.owner.query(
          "update session set revoked_at = now() where id = (select id from session where person_id = $1 order by created_at desc limit 1)",
          [person],
        );
        assert.equal(rowCount, 1);
        await app.query("begin");
        await app.query("select app.become('member', $1, $2)", [person, organization]);
        await assert.rejects(app.query("update session set revoked_at = null where revoked_at is not null"));
        await app.query("rollback");
      }),
  },
  {
    name: "credentials: the channel of live hints names nobody, and what the web's role says there reaches nobody",
    run: (world) =>
      withApp(world, async (app) => {
        const { person, organization } = await idsOf(world);
        const heard: string[] = [];
        app.on("notification", ({ payload }) => heard.push(payload ?? ""));
        await app.query("listen lilink_event");
        await app.query("listen lilink_outbox");
        const stream = new AbortController();
        const told = listen(world, stream.signal);
        await told.opened;
        const forgeries = [
          JSON.stringify({ topic: "match", organizationId: organization, personId: person, subjectId: "0" }),
          `match ${randomUUID()} ${"0".repeat(64)}`,
          `notice ${randomUUID()} ${hash}`,
          "not a hint",
        ];
        for (const payload of forgeries) await app.query("select pg_notify('lilink_event', $1)", [payload]);
        await app.query("select app.announce($1)", [JSON.stringify([{ topic: "match", personId: person }])]);
        await pause(1000);
        assert.deepEqual(told.hints, [], "a forged hint reached the victim");
        // The real thing does: the seller's own firm is told of its own posting.
        await mustMutate(world.who.sales, "posting.create", { kind: "need", content: {} });
        await mustMutate(world.who.supplier, "introduction.write", {
          publicId: world.planted.introduction,
          body: "A word of the other side.",
        });
        for (let turn = 0; turn < 100 && told.hints.length === 0; turn += 1) await pause(100);
        stream.abort();
        assert.ok(told.hints.length > 0, "a real hint reached the victim");
        const overheard = heard.filter((payload) => !forgeries.includes(payload)).join("\n");
        assert.ok(overheard.length > 0, "the channel was heard at all");
        const { rows } = await world.owner.query<{ id: string }>(
          "select id::text from organization union select id::text from person union select id::text from posting",
        );
        for (const { id } of rows) assert.ok(!overheard.includes(id), "a hint names somebody");
      }),
  },
  {
    name: "credentials: the web's role reads no size, no count and no statement of others, and what it changes of itself is healed",
    run: (world) =>
      withApp(world, async (app) => {
        for (const statement of [
          "select n_live_tup from pg_stat_user_tables",
          "select seq_scan from pg_stat_all_tables",
          "select n_tup_ins from pg_stat_xact_all_tables",
          "select heap_blks_read from pg_statio_user_tables",
          "select query from pg_stat_activity",
          "select pg_stat_get_live_tuples('posting'::regclass)",
          "select pg_stat_get_tuples_inserted('credential'::regclass)",
          "select pg_relation_size('posting')",
          "select pg_total_relation_size('posting')",
          "select reltuples from pg_class",
          "select relpages from pg_class where relname = 'posting'",
        ])
          await assert.rejects(app.query(statement), { code: "42501" }, statement);
        const { rows } = await app.query("select 1 from pg_stats where schemaname = 'public'");
        assert.deepEqual(rows, []);
        assert.equal((await ask(`${world.url}/en`)).status, 200);
      }),
  },
];

/** The victim's stream of hints, as a tab hears it. */
function listen({ who }: World, signal: AbortSignal) {
  const hints: string[] = [];
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  void (async () => {
    const response = await fetch(`${who.sales.url}/api/trpc/live.events`, {
      headers: { cookie: who.sales.cookie, accept: "text/event-stream" },
      signal,
    });
    open();
    for await (const part of response.body ?? []) {
      const text = Buffer.from(part).toString();
      for (const [, topic] of text.matchAll(/"topic":"(\w+)"/g)) if (topic) hints.push(topic);
    }
  })().catch(() => undefined);
  return { hints, opened };
}
