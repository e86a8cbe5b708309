import { strict as assert } from "node:assert";
import { setTimeout as pause } from "node:timers/promises";
import { query } from "@lilink/test-exchange/call-api";
import { ask } from "../ask.ts";
import { mustMutate, mustQuery } from "../must.ts";
import { publishAs } from "../plant.ts";
import type { Case, World } from "../world.ts";

type List = {
  readonly running: boolean;
  readonly matches: readonly Found[];
  readonly nearMisses: readonly Found[];
};
type Found = { readonly other: { readonly publicId: string }; readonly result: object };

async function matched({ who }: World, publicId: string): Promise<List> {
  for (let turn = 0; turn < 200; turn += 1) {
    const list = await mustQuery<List>(who.rival, "match.list", { publicId });
    if (!list.running) return list;
    await pause(50);
  }
  throw new Error("ranking did not end");
}

export const probes: readonly Case[] = [
  {
    name: "probes: two offers that differ in what they hide are matched alike for a rival, to the last digit",
    run: async (world) => {
      const { who } = world;
      const hidden = (volume: string, price: string, capacity: string) => ({
        concept: "lfp",
        title: "Iron phosphate cathode on offer",
        volume: { amount: volume, unit: "t/a" },
        price,
        customers: price,
        internalNote: price,
        evidence: price,
        figures: [
          { attribute: "purity", op: ">=", value: "99.5", unit: "mass %", hard: true },
          { attribute: "capacity_ta", op: "=", value: capacity, unit: "t/a", hard: true },
        ],
      });
      // The rival offers the same, so that the wall stands, and asks with limits that only the hidden figures would meet or break.
      await publishAs(
        who.rival,
        who.officer,
        "capability",
        { concept: "lfp", title: "The rival's own iron phosphate" },
        {},
      );
      const needs: string[] = [];
      for (const limit of ["10", "1000", "50000"])
        needs.push(
          await publishAs(
            who.rival,
            who.officer,
            "need",
            {
              concept: "lfp",
              title: `Need of iron phosphate above ${limit}`,
              volume: { amount: limit, unit: "t/a" },
              figures: [{ attribute: "capacity_ta", op: ">=", value: limit, unit: "t/a", hard: true }],
            },
            {},
          ),
        );
      const little = await publishAs(
        who.buyer,
        who.officer,
        "capability",
        hidden("20", "cheap iron phosphate", "20"),
      );
      const much = await publishAs(who.buyer, who.officer, "capability", hidden("90000", "dear", "90000"));
      for (const need of needs) {
        let pair: (string | undefined)[] = [];
        for (let turn = 0; turn < 200 && pair.filter(Boolean).length < 2; turn += 1) {
          const { matches, nearMisses } = await matched(world, need);
          pair = [little, much].map((id) => {
            const found = [...matches, ...nearMisses].find(({ other }) => other.publicId === id);
            return found && JSON.stringify([found.result, matches.includes(found)]);
          });
          if (pair.filter(Boolean).length < 2) await pause(50);
        }
        assert.ok(pair[0] && pair[1], "both are matched");
        assert.equal(pair[0]?.replaceAll(little, "x"), pair[1]?.replaceAll(much, "x"));
      }
    },
  },
  {
    name: "probes: repeated interest tires of itself, and tells nothing of who stands behind a posting",
    run: async ({ who, planted }) => {
      const codes: string[] = [];
      for (let turn = 0; turn < 5; turn += 1) {
        const asked = await query(who.rival, "introduction.prepare", { posting: planted.live });
        assert.doesNotMatch(JSON.stringify(asked), /南岭|cathode\.example/);
        const made = await mustMutate<{ publicId: string }>(who.rival, "introduction.ask", {
          posting: planted.live,
          aim: "quote",
          message: "May we ask once more about this?",
        }).catch((error: Error) => error);
        if (made instanceof Error) {
          codes.push(/LIMIT_REACHED/.exec(made.message)?.[0] ?? made.message);
          continue;
        }
        const seen = JSON.stringify(await mustQuery(who.rival, "introduction.load", made));
        assert.doesNotMatch(seen, /南岭|buyer@cathode|sales@cathode/);
        await mustMutate(who.rival, "introduction.withdraw", { publicId: made.publicId });
      }
      assert.deepEqual(codes, ["LIMIT_REACHED", "LIMIT_REACHED"]);
    },
  },
  {
    name: "probes: a profile that steps out of the wall for a moment sees no more than before",
    run: async ({ who, planted }) => {
      const own = await mustQuery<{
        nameEn: string | null;
        province: string;
        links: string[];
        profile: { offers: string[]; needs: string[] };
      }>(who.rival, "organization.loadOwn", {});
      const given = {
        nameEn: own.nameEn,
        province: own.province,
        links: own.links,
        offers: own.profile.offers,
        needs: own.profile.needs,
      };
      await mustMutate(who.rival, "organization.edit", {
        ...given,
        links: ["recycling"],
        offers: ["black-mass-ncm"],
        needs: [],
      });
      const text = JSON.stringify(await mustQuery(who.rival, "posting.load", { publicId: planted.live }));
      await mustMutate(who.rival, "organization.edit", given);
      assert.doesNotMatch(text, /zqwalledzq|73191|8462/);
    },
  },
  {
    name: "probes: a title that is a formula, a script or turned about is text in table and page",
    run: async (world) => {
      const { who, url } = world;
      const titles = [
        '=HYPERLINK("http://evil.example")',
        "+cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd",
        "＝1+1 formula",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "price \u202e0001\u202c of \u200bit",
      ];
      for (const title of titles)
        await publishAs(who.supplier, who.officer, "need", { concept: "lipf6", title }, {});
      const csv = (await ask(`${url}/api/export/posting?concept=lipf6&locale=en`)).text;
      for (const line of csv.split("\r\n")) assert.doesNotMatch(line, /(^|,)"?[=+@＝]/, line);
      for (const page of ["/en/postings?concept=lipf6", "/postings?concept=lipf6"]) {
        const { text } = await ask(url + page);
        assert.ok(!text.includes("<script>alert(1)") && !text.includes("<img src=x"), page);
        assert.doesNotMatch(text, /[\u202a-\u202e\u200b]/, page);
      }
    },
  },
];
