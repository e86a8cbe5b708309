import { LilinkError } from "@lilink/model/error";
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { addMember, addOrganization, createTestKernel } from "../../testing/index.ts";
import { loadViewer } from "../bodies/viewer/load-viewer.ts";
import { listSavedSearches } from "../exchange/search/saved-searches.ts";
import { searchPostings } from "../exchange/search/search-postings.ts";
import { call, createPageReader } from "./call.ts";
import { defineQuery } from "./define.ts";

const kernel = await createTestKernel();
const firm = await addOrganization(kernel);
const member = await addMember(kernel, firm);
const rival = await addMember(kernel, await addOrganization(kernel));

const missing = defineQuery({
  name: "posting.browse",
  input: z.object({}),
  authorize: { action: "posting.browse" },
  run: async (): Promise<string> => {
    throw new LilinkError("NOT_FOUND");
  },
});

const whoReads = defineQuery({
  name: "posting.browse",
  input: z.object({}),
  authorize: { action: "posting.browse" },
  run: async (ctx) => (ctx.actor.kind === "member" ? ctx.actor.personId : null),
});

/** How many statements were sent meanwhile, each one round trip. */
async function statementsOf(run: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const undo: (() => void)[] = [];
  const watch = (client: pg.PoolClient) => {
    const { query } = client;
    client.query = ((...given: unknown[]) => {
      count += 1;
      return Reflect.apply(query, client, given);
    }) as typeof query;
    undo.push(() => {
      client.query = query;
    });
  };
  kernel.app.pool.on("acquire", watch);
  try {
    await run();
  } finally {
    kernel.app.pool.off("acquire", watch);
    for (const one of undo.reverse()) one();
  }
  return count;
}

describe("the reads of a page", () => {
  it("share one transaction where they are asked for together, and answer as each by itself", async () => {
    const apart = [
      await call(kernel.app, member.principal, loadViewer, {}),
      await call(kernel.app, member.principal, searchPostings, { limit: 20 }),
      await call(kernel.app, member.principal, listSavedSearches, {}),
    ];
    const read = createPageReader(kernel.app, member.principal);
    let together: unknown[] = [];
    // The list of postings: the beginning with its actor, the viewer, the hits, the kept searches, the commit.
    const count = await statementsOf(async () => {
      together = await Promise.all([
        read(loadViewer, {}),
        read(searchPostings, { limit: 20 }),
        read(listSavedSearches, {}),
      ]);
    });
    expect(together).toEqual(apart);
    expect(count).toBeLessThanOrEqual(5);
  });

  it("fail alone", async () => {
    const read = createPageReader(kernel.app, member.principal);
    const [gone, found] = await Promise.allSettled([read(missing, {}), read(whoReads, {})]);
    expect(gone).toMatchObject({ status: "rejected", reason: { code: "NOT_FOUND" } });
    expect(found).toMatchObject({ status: "fulfilled", value: member.personId });
  });

  it("[PL14] are those of their own reader, however many pages are drawn at once", async () => {
    const readers = [member, rival, member, rival].map((one) => ({
      one,
      read: createPageReader(kernel.app, one.principal),
    }));
    const answers = await Promise.all(
      readers.map(async ({ one, read }) => ({
        one,
        ids: await Promise.all([read(whoReads, {}), read(whoReads, {})]),
      })),
    );
    for (const { one, ids } of answers) expect(ids).toEqual([one.personId, one.personId]);
  });
});
