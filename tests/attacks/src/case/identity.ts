import { strict as assert } from "node:assert";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { agreedTerms } from "@lilink/test-exchange/agreed-terms";
import { type Caller, mutate, query } from "@lilink/test-exchange/call-api";
import { findAccount, signIn, tryPassword } from "@lilink/test-exchange/sign-in";
import { TOTP } from "otpauth";
import { ask } from "../ask.ts";
import { mustMutate, mustQuery } from "../must.ts";
import type { Case, World } from "../world.ts";

const newToken = () => randomBytes(24).toString("base64url");
const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
const password = "seven wild geese over the brine";

/** Sends the second half of a sign-in; answers the cookies, or the code of the refusal. */
async function tryFactor(url: string, cookie: string, code: string) {
  const asked = await ask(`${url}/api/auth/csrf`, { headers: { cookie } });
  const { csrfToken } = JSON.parse(asked.text) as { csrfToken: string };
  const set = asked.headers.getSetCookie().map((line) => line.split(";")[0]);
  const answer = await ask(`${url}/api/auth/callback/factor`, {
    method: "POST",
    headers: { origin: url, cookie: [cookie, ...set].join("; ") },
    body: new URLSearchParams({ csrfToken, code }),
  });
  const refusal = new URL(answer.headers.get("location") ?? "/", url).searchParams.get("code");
  return { cookie: answer.headers.getSetCookie().join("; "), refusal };
}

/** An account with an authenticator: the caller who added it, and how to make its codes. */
async function withFactor({ url, exchange }: World, email: string) {
  const account = findAccount(exchange.dataDir, email);
  const caller: Caller = { url, cookie: await signIn(url, account) };
  const begun = await mustMutate<{ id: string; secret: string }>(caller, "factor.beginTotp", {
    label: "Phone",
  });
  const totp = new TOTP({ secret: begun.secret });
  await mustMutate(caller, "factor.confirmTotp", { id: begun.id, code: totp.generate() });
  return {
    account,
    caller,
    id: begun.id,
    codeIn: (steps: number) => totp.generate({ timestamp: Date.now() + steps * 30_000 }),
  };
}

async function assertClosed({ url }: World, cookie: string): Promise<void> {
  const caller = { url, cookie };
  for (const [path, input] of [
    ["desk.load", {}],
    ["session.list", {}],
    ["factor.list", {}],
    ["person.load", {}],
    ["member.list", {}],
  ] as const) {
    const answer = await query(caller, path, input);
    assert.ok(!answer.ok && answer.status === 401, `${path}: ${JSON.stringify(answer)}`);
  }
  assert.equal(await mustQuery(caller, "viewer.load", {}), null);
  assert.equal((await ask(`${url}/api/export/own-posting`, { headers: { cookie } })).status, 401);
}

export const identity: readonly Case[] = [
  {
    name: "identity: A06 between password and factor nothing is open; it ends after ten minutes, five answers, or one use",
    run: async (world) => {
      const { url, owner } = world;
      const { account, codeIn } = await withFactor(world, "editor@cell.example");
      const half = () => tryPassword(url, account);
      const first = await half();
      assert.equal(first.refusal, "factor");
      assert.doesNotMatch(first.cookie, /session-token=[^;]/);
      await assertClosed(world, first.cookie);
      const code = codeIn(1);
      const passed = await tryFactor(url, first.cookie, code);
      assert.match(passed.cookie, /session-token=[^;]/);
      // The same code again, whatever the clock says meanwhile, and the half that was used.
      assert.equal((await tryFactor(url, (await half()).cookie, code)).refusal, "refused");
      assert.equal((await tryFactor(url, first.cookie, code)).refusal, "gone");
      const late = await half();
      await owner.query("update sign_in_step set expires_at = now() - interval '1 s' where used_at is null");
      assert.equal((await tryFactor(url, late.cookie, codeIn(1))).refusal, "gone");
      assert.equal((await tryFactor(url, "", codeIn(1))).refusal, "gone");
    },
  },
  {
    name: "identity: A07 a reset password still meets the factor, and the factor goes only after a fresh proof",
    run: async (world) => {
      const { url, owner } = world;
      const { account, caller, id } = await withFactor(world, "editor@laboratory.example");
      await owner.query("update session set confirmed_at = now() - interval '11 minutes'");
      for (const [path, input] of [
        ["factor.remove", { id }],
        ["factor.renewRecovery", {}],
        ["factor.beginTotp", { label: "Thief" }],
        ["factor.beginPasskey", {}],
      ] as const) {
        const answer = await mutate(caller, path, input);
        assert.ok(!answer.ok && answer.code === "CONFIRM_FIRST", `${path}: ${JSON.stringify(answer)}`);
      }
      const key = await mutate(world.who.buyer, "key.create", {
        name: "ERP",
        scopes: ["postings:read"],
        expiresOn: null,
      });
      assert.ok(!key.ok && key.code === "CONFIRM_FIRST", JSON.stringify(key));
      const token = newToken();
      await owner.query(
        `insert into mail_token (id, kind, email, payload, token_hash, created_at, expires_at)
         values ($1, 'reset', $2, '{}', $3, now(), now() + interval '10 minutes')`,
        [randomUUID(), account.email, hashOf(token)],
      );
      await mustMutate(world.who.visitor, "person.resetPassword", { token, password });
      const again = await tryPassword(url, { email: account.email, password });
      assert.equal(again.refusal, "factor");
      await assertClosed(world, again.cookie);
      await owner.query("update session set confirmed_at = now()");
    },
  },
  {
    name: "identity: A08 a planted cookie is never taken up, and the session held before dies with a new sign-in",
    run: async ({ url, exchange }) => {
      const account = findAccount(exchange.dataDir, "delegate@salt.example");
      const before = await signIn(url, account);
      const now = (await tryPassword(url, account, undefined, before)).cookie;
      assert.match(now, /session-token=[^;]/);
      assert.ok(await mustQuery({ url, cookie: now }, "viewer.load", {}));
      assert.equal(await mustQuery({ url, cookie: before }, "viewer.load", {}), null);
      const planted = await ask(`${url}/api/auth/callback/credentials`, {
        method: "POST",
        headers: { origin: url, cookie: "authjs.csrf-token=planted%7Cplanted" },
        body: new URLSearchParams({ csrfToken: "planted", ...account }),
      });
      assert.doesNotMatch(planted.headers.getSetCookie().join(), /session-token=[^;]/);
    },
  },
  {
    name: "identity: A10 a cookie that was kept over signing out opens nothing, and no page of it was to be kept",
    run: async (world) => {
      const { url, exchange } = world;
      const cookie = await signIn(url, findAccount(exchange.dataDir, "delegate@salt.example"));
      const page = await ask(`${url}/en/desk`, { headers: { cookie } });
      assert.equal(page.status, 200);
      assert.match(page.headers.get("cache-control") ?? "", /no-store/);
      await mustMutate({ url, cookie }, "session.close", {});
      await assertClosed(world, cookie);
      assert.notEqual((await ask(`${url}/en/desk`, { headers: { cookie } })).status, 200);
    },
  },
  {
    name: "identity: A14 an invitation is for one address and one use; withdrawn, late and guessed ones are not there",
    run: async ({ who, owner }) => {
      const email = `invited.${Date.now()}@example.org`;
      const invite = async (to: string, change = "") => {
        const token = newToken();
        await owner.query(
          `insert into invitation (id, organization_id, email, role, token_hash, expires_at, created_at, revoked_at)
           select $1, organization_id, $2, 'viewer', $3, now() + interval '1 day', now(), null from membership limit 1`,
          [randomUUID(), to, hashOf(token)],
        );
        if (change)
          await owner.query(`update invitation set ${change} where token_hash = $1`, [hashOf(token)]);
        return token;
      };
      const closed = async (caller: Caller, path: string, input: object) => {
        const answer = await mutate(caller, path, input);
        assert.ok(!answer.ok && answer.code === "NOT_FOUND", `${path}: ${JSON.stringify(answer)}`);
      };
      const join = (token: string) => ({ token, name: "N", password, terms: agreedTerms });
      await closed(who.rival, "invitation.accept", { token: await invite(email), terms: agreedTerms });
      await owner.query("update invitation set revoked_at = now() where email = $1", [email]);
      await closed(who.visitor, "invitation.join", join(await invite(email, "revoked_at = now()")));
      await closed(
        who.visitor,
        "invitation.join",
        join(await invite(email, "expires_at = now() - interval '1 s'")),
      );
      await owner.query("update invitation set revoked_at = now() where email = $1 and revoked_at is null", [
        email,
      ]);
      const good = await invite(email);
      await mustMutate(who.visitor, "invitation.join", join(good));
      await closed(who.visitor, "invitation.join", join(good));
      await closed(who.visitor, "invitation.join", join(newToken()));
    },
  },
  {
    name: "identity: A03 fifty wrong passwords are slowed down and written, rotating addresses count for nothing, a browser that was here gets in",
    run: async ({ url, exchange, owner }) => {
      const account = findAccount(exchange.dataDir, "editor@brine.example");
      const opened = await tryPassword(url, account);
      const answers: (string | null)[] = [];
      for (let at = 0; at < 50; at += 1) {
        const guess = { email: account.email, password: `wrong ${at}` };
        answers.push((await tryPassword(url, guess, `203.0.113.${at}`)).refusal);
      }
      assert.match(answers.at(-1) ?? "", /^wait/);
      assert.ok(answers.filter((one) => one === "refused").length <= 20, answers.join());
      const { rows } = await owner.query<{ n: string }>(
        `select count(*) n from audit_entry where action = 'session.open' and detail ->> 'outcome' = 'refused'`,
      );
      assert.ok(Number(rows[0]?.n) > 0);
      const browser = /lilink-browser=[^;]+/.exec(opened.cookie)?.[0] ?? "";
      assert.ok(browser);
      assert.match((await tryPassword(url, account, undefined, browser)).cookie, /session-token=[^;]/);
    },
  },
];
