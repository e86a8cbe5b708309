import { strict as assert } from "node:assert";
import { randomUUID } from "node:crypto";
import { ask } from "../ask.ts";
import type { Grant } from "../fake-provider.ts";
import type { Case, World } from "../world.ts";

const email = "prof@university.example";

/** A browser on its way to the provider: its cookies, and what it was sent there with. */
type Begun = {
  readonly cookie: string;
  readonly state: string;
  readonly nonce: string;
  readonly back: string;
};

const pairs = (headers: Headers) => headers.getSetCookie().map((line) => line.split(";")[0]);

async function begin({ url }: World): Promise<Begun> {
  const asked = await ask(`${url}/api/auth/csrf`);
  const { csrfToken } = JSON.parse(asked.text) as { csrfToken: string };
  const first = pairs(asked.headers);
  const sent = await ask(`${url}/api/auth/signin/oidc`, {
    method: "POST",
    headers: { origin: url, cookie: first.join("; ") },
    body: new URLSearchParams({ csrfToken, callbackUrl: "/desk" }),
  });
  const { searchParams } = new URL(sent.headers.get("location") ?? "/none", url);
  const [state, nonce] = [searchParams.get("state") ?? "", searchParams.get("nonce") ?? ""];
  assert.ok(state && nonce && searchParams.get("code_challenge"), `asked with ${searchParams}`);
  const back = searchParams.get("redirect_uri") ?? "";
  return { cookie: [...first, ...pairs(sent.headers)].join("; "), state, nonce, back };
}

/** Comes back with a code; whether that opened a session. */
async function finish({ cookie, back }: Begun, code: string, state: string): Promise<boolean> {
  const answer = await ask(`${back}?${new URLSearchParams({ code, state })}`, { headers: { cookie } });
  assert.ok(answer.status < 500, `the way back answers ${answer.status}`);
  return answer.headers.getSetCookie().some((line) => /session-token=[^;]/.test(line));
}

const verified = { email, email_verified: true } as const;

/** One sign-in whose token says what `tamper` makes of the honest one. */
async function tryToken(world: World, tamper: (honest: Grant["claims"]) => Grant): Promise<boolean> {
  const begun = await begin(world);
  const code = world.provider.mint(tamper({ sub: randomUUID(), nonce: begun.nonce, ...verified }));
  return finish(begun, code, begun.state);
}

export const oidc: readonly Case[] = [
  {
    name: "oidc: an honest answer opens a session, once: neither the code nor the way back works again",
    run: async (world) => {
      const begun = await begin(world);
      const code = world.provider.mint({ claims: { sub: "the professor", nonce: begun.nonce, ...verified } });
      const honest = await ask(`${begun.back}?${new URLSearchParams({ code, state: begun.state })}`, {
        headers: { cookie: begun.cookie },
      });
      const opened = honest.headers.getSetCookie().some((line) => /session-token=[^;]/.test(line));
      assert.ok(opened, `an honest sign-in leads to ${honest.headers.get("location")}`);
      const { rows } = await world.owner.query(
        "select 1 from external_identity where subject = 'the professor'",
      );
      assert.equal(rows.length, 1);
      // Another browser, and a fresh flow of the same one, with the code that was used.
      assert.ok(
        !(await finish({ ...begun, cookie: "" }, code, begun.state)),
        "a code is replayed without cookies",
      );
      const again = await begin(world);
      assert.ok(!(await finish(again, code, again.state)), "a code is replayed in another flow");
    },
  },
  {
    name: "oidc: a state of another browser, of another flow or none is refused",
    run: async (world) => {
      const [mine, other] = [await begin(world), await begin(world)];
      const mint = () =>
        world.provider.mint({ claims: { sub: randomUUID(), nonce: mine.nonce, ...verified } });
      for (const state of [other.state, "", "x", `${mine.state}x`])
        assert.ok(!(await finish(mine, mint(), state)), `state ${state} is taken`);
      assert.ok(
        !(await finish({ ...mine, cookie: other.cookie }, mint(), mine.state)),
        "cookies are swapped",
      );
    },
  },
  {
    name: "oidc: a token of another question, issuer or client, without signature or out of date is refused",
    run: async (world) => {
      const other = await begin(world);
      const tampered: Record<string, (honest: Grant["claims"]) => Grant> = {
        "the nonce of another": (claims) => ({ claims: { ...claims, nonce: other.nonce } }),
        "no nonce": ({ nonce: _nonce, ...claims }) => ({ claims }),
        "alg none": (claims) => ({ claims, alg: "none" }),
        "another issuer": (claims) => ({ claims: { ...claims, iss: "https://evil.example" } }),
        "another audience": (claims) => ({ claims: { ...claims, aud: "another client" } }),
        "an expired token": (claims) => ({ claims: { ...claims, exp: 1_700_000_000 } }),
        "no subject": ({ sub: _sub, ...claims }) => ({ claims }),
      };
      for (const [what, tamper] of Object.entries(tampered))
        assert.ok(!(await tryToken(world, tamper)), `${what} opens a session`);
    },
  },
  {
    name: "oidc: an address that the provider did not verify leads to no account, however that is written",
    run: async (world) => {
      for (const said of [false, undefined, "true", "false", 1, null])
        assert.ok(
          !(await tryToken(world, (claims) => ({ claims: { ...claims, email_verified: said } }))),
          `email_verified ${JSON.stringify(said)} opens a session`,
        );
      for (const strange of ["nobody.knows@university.example", "", "prof@unіversity.example"])
        assert.ok(
          !(await tryToken(world, (claims) => ({ claims: { ...claims, email: strange } }))),
          `${strange} opens a session`,
        );
    },
  },
];
