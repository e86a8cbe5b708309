import { strict as assert } from "node:assert";
import { type Caller, mutate, query } from "@lilink/test-exchange/call-api";
import { findAccount, signIn } from "@lilink/test-exchange/sign-in";
import { mustMutate, mustQuery } from "../must.ts";
import type { Case, World } from "../world.ts";

const callerOf = async ({ url, exchange }: World, email: string): Promise<Caller> => ({
  url,
  cookie: await signIn(url, findAccount(exchange.dataDir, email)),
});

type Own = {
  readonly publicId: string;
  readonly nameEn: string | null;
  readonly province: string | null;
  readonly links: readonly string[];
  readonly profile: { readonly offers: readonly string[]; readonly needs: readonly string[] };
};
const ownOf = (caller: Caller) => mustQuery<Own>(caller, "organization.loadOwn", {});

const joined = `insert into membership (organization_id, person_id, role, active, created_at)
  select m.organization_id, p.id, 'viewer', true, now() from person p, membership m join person o on o.id = m.person_id
  where p.email = $1 and o.email = $2 limit 1`;

export const offices: readonly Case[] = [
  {
    name: "offices: an administrator of the operator who belongs to a rival opens no emergency at the firm and reads no audit",
    run: async (world) => {
      const { owner, who } = world;
      const { publicId } = await ownOf(who.buyer);
      for (const [email, path, input] of [
        [
          "system@ops.example",
          "emergency.open",
          { organization: publicId, reason: "a fault of the import", minutes: 5 },
        ],
        ["audit@ops.example", "audit.export", {}],
      ] as const) {
        const caller = await callerOf(world, email);
        await owner.query(joined, [email, "rival@cathode2.example"]);
        try {
          const answer = await mutate(caller, path, input);
          assert.ok(
            !answer.ok && answer.code === "CONFLICT_OF_INTEREST",
            `${path}: ${JSON.stringify(answer)}`,
          );
        } finally {
          await owner.query(
            `delete from membership m using person p where p.id = m.person_id and p.email = $1
              and m.organization_id in (select r.organization_id from membership r join person o on o.id = r.person_id where o.email = $2)`,
            [email, "rival@cathode2.example"],
          );
        }
      }
    },
  },
  {
    name: "offices: a regulator does not choose whose returns it reads",
    run: async ({ who }) => {
      const { nameEn, links, profile } = await ownOf(who.regulator);
      const answer = await mutate(who.regulator, "organization.edit", {
        ...{ nameEn, links, offers: profile.offers, needs: profile.needs },
        province: "63",
      });
      assert.ok(!answer.ok && answer.code === "INVALID_INPUT", JSON.stringify(answer));
      assert.equal((await ownOf(who.regulator)).province, "36");
    },
  },
  {
    name: "offices: whoever holds the seat makes no key that opens returns, and an enterprise does not declare nothing",
    run: async (world) => {
      const { supplier } = world.who;
      const seat = await callerOf(world, "delegate@salt.example");
      const { members } = await mustQuery<{ members: { publicId: string; email: string }[] }>(
        supplier,
        "member.list",
        {},
      );
      const person = members.find(({ email }) => email === "delegate@salt.example")?.publicId;
      await mustMutate(supplier, "member.changeRole", { person, role: "admin" });
      try {
        const key = await mutate(seat, "key.create", { name: "seat", scopes: ["returns:read"] });
        assert.ok(!key.ok && key.code === "INVALID_INPUT", JSON.stringify(key));
        assert.equal((await query(seat, "return.list", {})).ok, false);
      } finally {
        await mustMutate(supplier, "member.changeRole", { person, role: "editor" });
      }
      const { nameEn, province } = await ownOf(supplier);
      const bare = await mutate(supplier, "organization.edit", { nameEn, province, links: [], offers: [] });
      assert.ok(!bare.ok && bare.code === "INVALID_INPUT", JSON.stringify(bare));
    },
  },
];
