import { strict as assert } from "node:assert";
import { query } from "@lilink/test-exchange/call-api";
import { ask } from "../ask.ts";
import { mustMutate, mustQuery } from "../must.ts";
import { type Shelf, shelves, tokenOf } from "../plant.ts";
import type { Case, Role, World } from "../world.ts";

type Reader = Exclude<Role, "buyer" | "sales"> | "visitor";

/** Which shelves a reader may hold; what is not named must not arrive by any way. */
const allowed: Readonly<Record<Reader, readonly Shelf[]>> = {
  visitor: ["everyone"],
  newcomer: ["everyone"],
  rival: ["everyone", "member"],
  daughter: ["everyone", "member"],
  professor: ["everyone", "member", "walled"],
  regulator: ["everyone", "member", "walled"],
  officer: ["everyone", "member", "walled"],
  secretary: ["everyone", "member", "walled"],
  supplier: ["everyone", "member", "walled", "partner", "draft"],
};
/** The values of the planted figure and volume, which stand behind the wall as well. */
const walledFigures = ["73191", "73,191", "8462", "8,462"];
/** The figure by itself, or as an end of a range: an id, a hash or a score may hold its digits by chance. */
const asNumber = (figure: string) =>
  new RegExp(`(?<![\\da-f.]|[\\da-f]{4}-(?=${figure}-[\\da-f]{4}))${figure}(?![\\da-f])`);

export function refuseTokens(reader: Reader, where: string, text: string): void {
  for (const shelf of shelves.filter((one) => !allowed[reader].includes(one)))
    assert.ok(!text.includes(tokenOf(shelf)), `${reader} reads ${shelf} at ${where}`);
  if (!allowed[reader].includes("walled"))
    for (const figure of walledFigures)
      assert.doesNotMatch(text, asNumber(figure), `${reader} reads the walled figure ${figure} at ${where}`);
}

const words = [
  "zqmemberzqdescription",
  "zqwalledzqprice",
  "zqpartnerzqevidence",
  "zqownzqnote",
  "zqdraftzqtitle",
];

/** Every address that could show the posting, with the query in it or without. */
function addressesOf({ planted }: World): string[] {
  const { live, draft, rivalNeed, introduction } = planted;
  return [
    ...[live, draft].flatMap((id) => [
      `/postings/${id}`,
      `/en/postings/${id}`,
      `/en/postings/${id}/edit`,
      `/en/postings/${id}/versions`,
      `/en/postings/${id}/matches`,
      `/en/review/${id}`,
      `/api/v1/postings/${id}`,
      `/api/export/match?posting=${id}&locale=en`,
    ]),
    `/en/postings/${rivalNeed}/matches`,
    `/en/introductions/${introduction}`,
    "/en/postings?concept=ncm811",
    "/en/desk",
    "/en/notices",
    "/en/introductions",
    "/en/board",
    "/en/review",
    "/en/organizations",
    "/en/chain/ncm811",
    "/api/export/posting?concept=ncm811&locale=en",
    "/api/export/own-posting?locale=en",
    "/api/export/introduction?locale=en",
    "/api/v1/postings?concept=ncm811",
    "/api/openapi.json",
    "/sitemap.xml",
    ...words.map((word) => `/api/export/posting?q=${word}`),
  ];
}

async function readEverywhere(world: World, reader: Reader): Promise<void> {
  const { cookie } = world.who[reader];
  for (const address of addressesOf(world)) {
    for (const rsc of [{}, { rsc: "1" }]) {
      const answer = await ask(world.url + address, { headers: { cookie, ...rsc } });
      // What was asked for comes back in the address of an export's answer; nothing else may.
      refuseTokens(reader, `${address} ${JSON.stringify(rsc)}`, answer.text);
      assert.ok(answer.status < 500, `${address} answers ${answer.status}`);
    }
  }
}

async function searchForHidden({ who }: World, reader: Reader): Promise<void> {
  for (const word of words) {
    const shelf = shelves.find((one) => word.startsWith(tokenOf(one)));
    const found = await mustQuery<{ items: unknown[]; facets: { total: number } }>(
      who[reader],
      "search.postings",
      { q: word },
    );
    // Partner parts take no part in search, not even for partners.
    const wanted = shelf && ["member", "walled"].includes(shelf) && allowed[reader].includes(shelf) ? 1 : 0;
    assert.deepEqual(
      [found.items.length, found.facets.total],
      [wanted, wanted],
      `${reader} searches ${word}`,
    );
    const jumped = await mustQuery<{ postings: unknown[] }>(who[reader], "search.jump", { q: word });
    assert.equal(jumped.postings.length, wanted, `${reader} jumps to ${word}`);
  }
}

const readers = Object.keys(allowed) as Reader[];

export const leaks: readonly Case[] = [
  ...readers.map((reader) => ({
    name: `leaks: ${reader} finds no field above its level on any page, export or face`,
    run: (world: World) => readEverywhere(world, reader),
  })),
  ...readers.map((reader) => ({
    name: `leaks: ${reader} finds nothing by words that it may not read`,
    run: (world: World) => searchForHidden(world, reader),
  })),
  {
    name: "leaks: what a reader may read does arrive, so that the search above looks at something",
    run: async ({ who, planted }) => {
      for (const reader of readers) {
        const text = JSON.stringify(await mustQuery(who[reader], "posting.load", { publicId: planted.live }));
        refuseTokens(reader, "posting.load", text);
        for (const shelf of allowed[reader].filter((one) => one !== "draft"))
          assert.ok(text.includes(tokenOf(shelf)), `${reader} misses ${shelf}`);
      }
    },
  },
  {
    name: "leaks: no id of the inside leaves with another's posting",
    run: async ({ who, planted, owner }) => {
      const { rows } = await owner.query<{ id: string }>("select id from posting where public_id = $1", [
        planted.live,
      ]);
      for (const reader of readers) {
        const answers = [
          await query(who[reader], "posting.load", { publicId: planted.live }),
          await query(who[reader], "search.postings", { concept: ["ncm811"], limit: 1 }),
          await query(who[reader], "match.list", { publicId: planted.rivalNeed }),
          await query(who[reader], "introduction.load", { publicId: planted.introduction }),
        ];
        assert.ok(!JSON.stringify(answers).includes(rows[0]?.id ?? "?"), `${reader} holds the inner id`);
      }
    },
  },
  {
    name: "leaks: every confidential reading stands in the owner's log, once for each",
    run: async ({ who, planted, owner }) => {
      const count = async () =>
        Number(
          (
            await owner.query<{ n: string }>(
              "select count(*) n from disclosure_read d join posting p on p.id = d.posting_id where p.public_id = $1",
              [planted.live],
            )
          ).rows[0]?.n,
        );
      const before = await count();
      await mustQuery(who.supplier, "posting.load", { publicId: planted.live });
      await mustQuery(who.supplier, "introduction.load", { publicId: planted.introduction });
      await mustQuery(who.rival, "posting.load", { publicId: planted.live });
      await mustQuery(who.visitor, "posting.load", { publicId: planted.live });
      assert.equal((await count()) - before, 2);
      const log = await mustQuery<{ items: unknown[] }>(who.buyer, "disclosure.list", {});
      assert.ok(log.items.length >= 2);
    },
  },
  {
    name: "leaks: an officer reads a partner's field in review alone, and the owner sees it",
    run: async ({ who, planted }) => {
      refuseTokens(
        "officer",
        "posting.load",
        JSON.stringify(await query(who.officer, "posting.load", { publicId: planted.live })),
      );
      const answer = await query(who.officer, "posting.loadReview", { publicId: planted.live });
      assert.equal(answer.ok, false);
      await mustMutate(who.buyer, "posting.submit", { publicId: planted.live, acknowledgeDoubts: true });
      const text = JSON.stringify(
        await mustQuery(who.officer, "posting.loadReview", { publicId: planted.live }),
      );
      assert.ok(text.includes(tokenOf("partner")) && !text.includes(tokenOf("own")));
      const log = await mustQuery<{ items: { purpose: string }[] }>(who.buyer, "disclosure.list", {});
      assert.equal(log.items[0]?.purpose, "review");
      await mustMutate(who.buyer, "posting.withdraw", { publicId: planted.live });
      assert.equal((await query(who.officer, "posting.loadReview", { publicId: planted.live })).ok, false);
    },
  },
];
