import { strict as assert } from "node:assert";
import { shiftDate, toShanghaiDate } from "@lilink/model/calendar";
import { type Caller, mutate, query } from "@lilink/test-exchange/call-api";
import { findAccount, signIn } from "@lilink/test-exchange/sign-in";
import { ask } from "../ask.ts";
import { mustMutate, mustQuery } from "../must.ts";
import { tokenOf } from "../plant.ts";
import type { Case, World } from "../world.ts";
import { withApp } from "./raw.ts";

const email = "adviser@association.example";
const said = "zqaftertheadviserwasletin";
type Made = { readonly publicId: string };

const day = (from: number) => shiftDate(toShanghaiDate(new Date()), from);

/** An adviser whom the buyer names: the caller, the ids that its engagement goes by, and a way to ask as it past the verbs. */
async function withAdviser(world: World) {
  const { url, owner, exchange } = world;
  const adviser: Caller = { url, cookie: await signIn(url, findAccount(exchange.dataDir, email)) };
  const { rows } = await owner.query<{ person: string; body: string; organization: string }>(
    `select p.id as person, o.id as body, o.public_id as organization from person p
     join membership m on m.person_id = p.id join organization o on o.id = m.organization_id where p.email = $1`,
    [email],
  );
  const one = rows[0];
  assert.ok(one);
  // Nobody of the demo stands behind it, so that no conflict refuses what is to be refused for other reasons.
  await owner.query(
    "update engagement set state = 'ended', ended_at = now(), ended_side = 'client' where adviser_id = $1 and state = 'active'",
    [one.person],
  );
  await owner.query("delete from organization_stance where organization_id = $1", [one.body]);
  const name = (address: string) =>
    mustMutate<Made>(world.who.buyer, "engagement.name", {
      ...{ organization: one.organization, email: address, scopes: ["draft", "pair", "accompany"] },
      ...{ fromOn: day(0), untilOn: day(30), reason: "Nobody here knows this market." },
    });
  const asAdviser = async (statement: string): Promise<number> => {
    let found = 0;
    await withApp(world, async (app) => {
      await app.query("begin");
      await app.query("select app.become('member', $1, $2)", [one.person, one.body]);
      found = (await app.query(statement)).rowCount ?? 0;
      await app.query("rollback");
    });
    return found;
  };
  return { adviser, name, asAdviser };
}

async function assertRefused(caller: Caller, publicId: string, { planted }: World): Promise<void> {
  const { introduction, live, rivalNeed } = planted;
  for (const [path, input] of [
    ["engagement.draft", { publicId, kind: "need" }],
    ["engagement.pair", { publicId, own: live, other: rivalNeed, reason: "They fit together well." }],
    ["engagement.write", { publicId: introduction, body: "Still here." }],
  ] as const)
    assert.equal((await mutate(caller, path, input)).ok, false, path);
  assert.equal((await query(caller, "engagement.thread", { publicId: introduction })).ok, false);
}

/** What belongs to the client and is in no scope: its drafts, own notes, thread of before, ledger, keys and log. */
async function assertBlind(caller: Caller, { planted, url }: World): Promise<void> {
  for (const [path, input] of [
    ["posting.loadDraft", { publicId: planted.draft }],
    ["posting.load", { publicId: planted.draft }],
    ["posting.versions", { publicId: planted.live }],
    ["match.list", { publicId: planted.live }],
    ["introduction.load", { publicId: planted.introduction }],
    ["use.acceptances", { publicId: planted.live }],
  ] as const)
    assert.equal((await query(caller, path, input)).ok, false, path);
  for (const address of [
    "/en/clients",
    "/en/desk",
    "/en/postings/own",
    `/en/postings/${planted.live}`,
    `/en/introductions/${planted.introduction}`,
    `/en/clients/introductions/${planted.introduction}`,
    "/api/export/own-posting?locale=en",
    "/api/export/introduction?locale=en",
  ]) {
    const { text } = await ask(`${url}${address}`, { headers: { cookie: caller.cookie } });
    for (const shelf of ["partner", "own", "draft"] as const)
      assert.ok(!text.includes(tokenOf(shelf)), `an adviser reads ${shelf} at ${address}`);
  }
}

export const advisers: readonly Case[] = [
  {
    name: "advisers: nobody takes up what another was named for, and an address that nobody has answers like one that somebody has",
    run: async (world) => {
      const { adviser, name } = await withAdviser(world);
      const [known, unknown] = [await name(email), await name("nobody@association.example")];
      assert.deepEqual(Object.keys(known).sort(), Object.keys(unknown).sort());
      const listed = await mustQuery<readonly { readonly publicId: string; readonly adviser: object }[]>(
        world.who.buyer,
        "engagement.list",
        {},
      );
      const told = [known, unknown].map(
        (one) => listed.find((row) => row.publicId === one.publicId)?.adviser,
      );
      assert.deepEqual(told[0], { ...told[1], email });
      const { professor, rival, supplier, sales } = world.who;
      for (const other of [professor, rival, supplier, sales])
        for (const { publicId } of [known, unknown])
          assert.equal((await mutate(other, "engagement.answer", { publicId, accept: true })).ok, false);
      const stolen = await mutate(adviser, "engagement.answer", { publicId: unknown.publicId, accept: true });
      assert.equal(stolen.ok, false);
      await assertRefused(adviser, known.publicId, world);
      await assertBlind(adviser, world);
      for (const { publicId } of [known, unknown])
        await mustMutate(world.who.buyer, "engagement.end", { publicId });
    },
  },
  {
    name: "advisers: within an engagement they read what they are let into and nothing else, and nothing the moment it ends",
    run: async (world) => {
      const { buyer, supplier } = world.who;
      const { adviser, name, asAdviser } = await withAdviser(world);
      const { publicId } = await name(email);
      await mustMutate(adviser, "engagement.answer", { publicId, accept: true });
      await assertBlind(adviser, world);
      const { introduction } = world.planted;
      assert.equal((await query(adviser, "engagement.thread", { publicId: introduction })).ok, false);
      // A client lets its own adviser in, nobody else does.
      for (const other of [supplier, adviser, world.who.rival])
        assert.equal(
          (await mutate(other, "engagement.letIn", { publicId: introduction, engagement: publicId })).ok,
          false,
        );
      await mustMutate(buyer, "engagement.letIn", { publicId: introduction, engagement: publicId });
      await mustMutate(supplier, "introduction.write", { publicId: introduction, body: said });
      const thread = JSON.stringify(
        await mustQuery(adviser, "engagement.thread", { publicId: introduction }),
      );
      assert.ok(thread.includes(said));
      await assertBlind(adviser, world);
      assert.ok(!thread.includes(tokenOf("draft")), "an adviser reads what was written before it was let in");
      const messages = `select 1 from introduction_message where body = '${said}'`;
      assert.equal(await asAdviser(messages), 1);
      assert.equal(await asAdviser("select 1 from introduction_message where body like 'zqdraft%'"), 0);
      await mustMutate(buyer, "engagement.end", { publicId });
      await assertRefused(adviser, publicId, world);
      await assertBlind(adviser, world);
      assert.equal(await asAdviser(messages), 0);
      await assert.rejects(asAdviser("update engagement set until_on = '2099-01-01' where true"));
      const page = await mustQuery<{ readonly advisers: readonly object[] }>(supplier, "introduction.load", {
        publicId: introduction,
      });
      assert.deepEqual(page.advisers, []);
    },
  },
];
