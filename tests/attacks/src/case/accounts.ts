import { strict as assert } from "node:assert";
import { agreedTerms } from "@lilink/test-exchange/agreed-terms";
import { mutate, query } from "@lilink/test-exchange/call-api";
import { findAccount, tryPassword as sendPassword, signIn } from "@lilink/test-exchange/sign-in";
import { ask } from "../ask.ts";
import { mustMutate, mustQuery } from "../must.ts";
import type { Case, World } from "../world.ts";

async function tryPassword(
  { url }: World,
  email: string,
  password: string,
  address: string,
): Promise<string> {
  const asked = await ask(`${url}/api/auth/csrf`);
  const { csrfToken } = JSON.parse(asked.text) as { csrfToken: string };
  const cookie = asked.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const answer = await ask(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { origin: url, cookie, "x-forwarded-for": address },
    body: new URLSearchParams({ csrfToken, email, password }),
  });
  return new URL(answer.headers.get("location") ?? "/none", url).search;
}

/** Letters to an address, written or still in the queue; one on its way from there to here counts once. */
const letters = async ({ owner }: World, email: string) =>
  Number(
    (
      await owner.query<{ n: string }>(
        `select count(*) as n from (
          select cause_key from mail where address = $1
          union select payload ->> 'causeKey' from outbox where payload ->> 'email' = $1
          union select data ->> 'causeKey' from pgboss.job where name = 'notice.deliver' and data ->> 'email' = $1) one`,
        [email],
      )
    ).rows[0]?.n,
  );

export const accounts: readonly Case[] = [
  {
    name: "accounts: a known address and an unknown one are answered alike, everywhere",
    run: async (world) => {
      const { visitor } = world.who;
      const [known, unknown] = ["prof@university.example", "nobody.there@university.example"];
      for (const path of ["person.requestReset", "person.register"]) {
        const answers = [
          await mutate(visitor, path, { email: known }),
          await mutate(visitor, path, { email: unknown }),
        ];
        assert.deepEqual(answers[0], answers[1], path);
        assert.equal(answers[0]?.ok, true, JSON.stringify(answers[0]));
      }
      assert.equal(
        await tryPassword(world, known, "wrong", "192.0.2.1"),
        await tryPassword(world, unknown, "wrong", "192.0.2.1"),
      );
    },
  },
  {
    name: "accounts: an address is not flooded with letters",
    run: async (world) => {
      const email = "regulator63@gov.example";
      const before = await letters(world, email);
      for (let at = 0; at < 12; at += 1)
        assert.equal((await mutate(world.who.visitor, "person.requestReset", { email })).ok, true);
      assert.ok((await letters(world, email)) - before <= 5);
    },
  },
  {
    name: "accounts: guessing slows down though the address in the header changes, and the owner still gets in",
    run: async (world) => {
      const { email, password } = findAccount(world.exchange.dataDir, "daughter@cathode.example");
      // The mark of a browser that was here before: the guesser sits at the same address and has none.
      const browser = /lilink-browser=[^;]+/.exec(await signIn(world.url, { email, password }))?.[0];
      const answers: string[] = [];
      for (let at = 0; at < 26; at += 1)
        answers.push(await tryPassword(world, email, `wrong ${at}`, `198.51.100.${at}`));
      assert.match(answers.at(-1) ?? "", /wait/);
      assert.match(
        (await sendPassword(world.url, { email, password }, undefined, browser)).cookie,
        /session-token=[^;]/,
      );
    },
  },
  {
    name: "accounts: a session that is revoked is no session at the next call, on any face, and its stream says no more",
    run: async (world) => {
      const { url } = world;
      const caller = await world.signInAgain("sales");
      const closing = new AbortController();
      const stream = await fetch(`${url}/api/trpc/live.events`, {
        headers: { cookie: caller.cookie, accept: "text/event-stream" },
        signal: closing.signal,
      });
      assert.equal(stream.status, 200);
      let heard = "";
      const listening = (async () => {
        for await (const chunk of stream.body ?? []) heard += Buffer.from(chunk).toString();
      })().catch(() => undefined);
      const sessions = await mustQuery<{ id: string; current: boolean }[]>(caller, "session.list", {});
      await mustMutate(world.who.sales, "session.revoke", {
        id: sessions.find(({ current }) => current)?.id,
      });
      assert.deepEqual(await mustQuery(caller, "viewer.load", {}), null);
      assert.equal((await query(caller, "desk.load", {})).ok, false);
      assert.equal(
        (await ask(`${url}/api/export/own-posting`, { headers: { cookie: caller.cookie } })).status,
        401,
      );
      assert.ok((await ask(`${url}/en/desk`, { headers: { cookie: caller.cookie } })).status >= 300);
      heard = "";
      // Something that its organization would have heard of, and somebody who stands hears.
      await mustMutate(world.who.buyer, "introduction.write", {
        publicId: world.planted.introduction,
        body: "is anybody there",
      });
      await mustQuery(world.who.buyer, "introduction.load", { publicId: world.planted.introduction });
      closing.abort();
      await listening;
      assert.doesNotMatch(heard, /"topic"/);
    },
  },
  {
    name: "accounts: tokens that were invented open nothing, and a form that asks for more gets no more",
    run: async ({ who }) => {
      const token = "A".repeat(32);
      for (const [path, input] of [
        [
          "person.confirm",
          { token, name: "N", password: "seven wild geese over the brine", terms: agreedTerms },
        ],
        ["person.resetPassword", { token, password: "seven wild geese over the brine" }],
        [
          "invitation.join",
          { token, name: "N", password: "seven wild geese over the brine", terms: agreedTerms },
        ],
        ["invitation.accept", { token, terms: agreedTerms }],
      ] as const) {
        const answer = await mutate(who.newcomer, path, input);
        assert.ok(!answer.ok && answer.code === "NOT_FOUND", path);
      }
    },
  },
];
