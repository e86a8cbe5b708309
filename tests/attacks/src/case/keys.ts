import { strict as assert } from "node:assert";
import { mutate } from "@lilink/test-exchange/call-api";
import { ask } from "../ask.ts";
import { mustMutate, mustQuery } from "../must.ts";
import type { Case, World } from "../world.ts";

const call = ({ url }: World, key: string, path: string, init: RequestInit = {}) =>
  ask(`${url}/api/v1${path}`, {
    ...init,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
  });

export const keys: readonly Case[] = [
  {
    name: "keys: a key does what its scope names and no more",
    run: async (world) => {
      const { keySecret: key } = world.planted;
      assert.equal((await call(world, key, "/own/postings")).status, 200);
      for (const path of ["/introductions", "/organizations"])
        assert.equal((await call(world, key, path)).status, 403, path);
      const made = await call(world, key, "/postings", {
        method: "POST",
        body: '{"kind":"need","content":{}}',
      });
      assert.equal(made.status, 403);
      const trpc = await ask(`${world.url}/api/trpc/desk.load`, {
        headers: { authorization: `Bearer ${key}` },
      });
      assert.equal(trpc.status, 401);
    },
  },
  {
    name: "keys: a key is shown once and stands in no answer, page or log afterwards",
    run: async (world) => {
      const { keySecret } = world.planted;
      const list = JSON.stringify(await mustQuery(world.who.buyer, "key.list", {}));
      const page = await ask(`${world.url}/en/settings/keys`, {
        headers: { cookie: world.who.buyer.cookie },
      });
      for (const text of [list, page.text]) assert.ok(!text.includes(keySecret));
      const { rows } = await world.owner.query("select 1 from api_key where key_hash = $1 or prefix = $1", [
        keySecret,
      ]);
      assert.equal(rows.length, 0);
    },
  },
  {
    name: "keys: a key that is revoked, or whose maker is no administrator, is refused at once",
    run: async (world) => {
      const { buyer, sales } = world.who;
      const { members } = await mustQuery<{ members: { publicId: string; email: string }[] }>(
        buyer,
        "member.list",
        {},
      );
      const person = members.find(({ email }) => email.startsWith("sales@"))?.publicId;
      await mustMutate(buyer, "member.changeRole", { person, role: "admin" });
      const { key } = await mustMutate<{ key: string }>(sales, "key.create", {
        name: "leaver",
        scopes: ["postings:read"],
      });
      assert.equal((await call(world, key, "/own/postings")).status, 200);
      await mustMutate(buyer, "member.changeRole", { person, role: "editor" });
      assert.equal((await call(world, key, "/own/postings")).status, 401);
      assert.equal(
        (await mutate(sales, "key.create", { name: "again", scopes: ["postings:read"] })).ok,
        false,
      );
      const mine = await mustMutate<{ key: string; publicId: string }>(buyer, "key.create", {
        name: "short",
        scopes: ["postings:read"],
      });
      await mustMutate(buyer, "key.revoke", { publicId: mine.publicId });
      assert.equal((await call(world, mine.key, "/own/postings")).status, 401);
    },
  },
];
