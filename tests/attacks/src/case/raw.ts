import { strict as assert } from "node:assert";
import type pg from "pg";
import type { Case, World } from "../world.ts";
import { refuseTokens } from "./leaks.ts";

export async function withApp(world: World, use: (app: pg.Client) => Promise<void>): Promise<void> {
  const app = await world.openApp();
  try {
    await use(app);
  } finally {
    await app.end();
  }
}

const readable = `select c.relname as name, (select string_agg(quote_ident(a.attname), ', ') from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and has_column_privilege('lilink_app', c.oid, a.attnum, 'select')) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'v', 'm')`;

export const raw: readonly Case[] = [
  {
    name: "raw: the web's own role reads no row of any table until somebody acts",
    run: (world) =>
      withApp(world, async (app) => {
        const { rows } = await world.owner.query<{ name: string; columns: string | null }>(readable);
        const open = rows.filter(({ columns }) => columns !== null);
        assert.ok(open.length > 20);
        for (const { name, columns } of open)
          assert.equal((await app.query(`select ${columns} from ${name} limit 1`)).rowCount, 0, name);
      }),
  },
  {
    name: "raw: acting as the rival, as a visitor or as an officer it reads in no column what they may not",
    run: (world) =>
      withApp(world, async (app) => {
        const { rows: tables } = await world.owner.query<{ name: string; columns: string | null }>(readable);
        const { rows: people } = await world.owner.query<{
          email: string;
          person: string;
          organization: string;
        }>(
          "select p.email, p.id as person, m.organization_id as organization from person p join membership m on m.person_id = p.id",
        );
        for (const [reader, email] of [
          ["rival", "rival@cathode2.example"],
          ["officer", "officer@group.example"],
          ["visitor", ""],
        ] as const) {
          const one = people.find((row) => row.email === email);
          await app.query("begin");
          await app.query("select app.become($1, $2, $3)", [
            one ? "member" : "anonymous",
            one?.person ?? null,
            one?.organization ?? null,
          ]);
          for (const { name, columns } of tables) {
            if (columns === null) continue;
            const { rows } = await app.query(`select ${columns} from ${name}`);
            refuseTokens(reader, name, JSON.stringify(rows));
          }
          await app.query("rollback");
        }
      }),
  },
  {
    name: "raw: it reads no password, no key and no token, owns nothing, and acts as no job",
    run: (world) =>
      withApp(world, async (app) => {
        for (const table of [
          "credential",
          "external_identity",
          "mail_token",
          "sign_in_throttle",
          "outbox",
          "mail",
        ])
          await assert.rejects(app.query(`select * from ${table}`), table);
        await assert.rejects(app.query("select app.become('job', 'x')"));
        await assert.rejects(app.query("create table mine (a int)"));
        await assert.rejects(app.query("alter table posting disable row level security"));
        await assert.rejects(app.query("delete from audit_entry"));
        await assert.rejects(app.query("update disclosure_read set at = now()"));
        await assert.rejects(app.query("update audit_head set number = 0"));
        await assert.rejects(app.query("insert into audit_checkpoint values (9, now(), '', '')"));
        await assert.rejects(app.query("set role lilink_owner"));
        await assert.rejects(app.query("copy posting to program 'id'"));
      }),
  },
];
