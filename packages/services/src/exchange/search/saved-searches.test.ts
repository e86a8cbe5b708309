import { followed } from "@lilink/contract";
import { outbox } from "@lilink/db/schema";
import { registers } from "@lilink/model/register";
import { sampleValues } from "@lilink/model/testing";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addDefinition,
  addMember,
  addOfficer,
  addOrganization,
  addPosting,
  addRound,
  createTestKernel,
  makeTestRelease,
  sampleComponent,
  sampleContent,
  sampleTerms,
} from "../../../testing/index.ts";
import { listConceptWatch } from "../../group/governance/list-concept-watch.ts";
import { call, callJob } from "../../kernel/call.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
import { acceptUse } from "../use/accept-use.ts";
import { setUse } from "../use/set-use.ts";
import { changeSavedSearch, listSavedSearches, removeSavedSearch, saveSearch } from "./saved-searches.ts";
import { sendDigests } from "./send-digests.ts";

const kernel = await createTestKernel(new Date("2026-11-20T02:00:00Z"));
const seller = await addMember(kernel, await addOrganization(kernel, { offers: ["li2co3-batt"] }));
const reader = await addMember(kernel, await addOrganization(kernel));
const other = await addMember(kernel, await addOrganization(kernel));

const digest = () =>
  callJob(kernel.worker, { id: kernel.app.newId(), name: "search.digest" }, sendDigests, { every: "daily" });
const letters = async () =>
  (await kernel.owner.select().from(outbox).where(eq(outbox.name, "notice.deliver"))).flatMap(
    ({ payload }) => (payload.kind === "search.digest" ? [payload] : []),
  );

describe("saved searches", () => {
  it("[SE6] are silent unless asked, private, and keep a clean address", async () => {
    const saved = await call(kernel.app, reader.principal, saveSearch, {
      name: "Carbonate",
      query: "q=carbonate&kind=capability,nonsense",
    });
    const [row] = await call(kernel.app, reader.principal, listSavedSearches, {});
    expect(row).toMatchObject({ name: "Carbonate", query: "q=carbonate&kind=capability", digest: "none" });
    expect(await call(kernel.app, other.principal, listSavedSearches, {})).toEqual([]);
    await expect(
      call(kernel.app, other.principal, removeSavedSearch, { publicId: saved.publicId }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await call(kernel.app, reader.principal, changeSavedSearch, {
      publicId: saved.publicId,
      name: "Lithium carbonate",
    });
    expect((await call(kernel.app, reader.principal, listSavedSearches, {}))[0]?.name).toBe(
      "Lithium carbonate",
    );
    await call(kernel.app, reader.principal, removeSavedSearch, { publicId: saved.publicId });
    expect(await call(kernel.app, reader.principal, listSavedSearches, {})).toEqual([]);
  });

  it("[SE6] of a register keep filters, order and columns, stand apart from postings, and send nothing", async () => {
    const page = "/standards";
    const save = (query: string, digest: "none" | "daily" = "none") =>
      call(kernel.app, reader.principal, saveSearch, { name: "Drafts", page, query, digest });
    const query = "sort=-number&stage=draft&record=abcdefgh&cursor=x&nonsense=1&columns=title.stage&body=T";
    const { publicId } = await save(query);
    expect(await call(kernel.app, reader.principal, listSavedSearches, { page })).toMatchObject([
      { name: "Drafts", page, query: "body=T&sort=-number&stage=draft&columns=title.stage" },
    ]);
    expect(await call(kernel.app, reader.principal, listSavedSearches, {})).toEqual([]);
    expect(await call(kernel.app, other.principal, listSavedSearches, { page })).toEqual([]);
    const refusal = { code: "INVALID_INPUT", faults: [{ field: "digest", rule: "notInList" }] };
    await expect(save(query, "daily")).rejects.toMatchObject(refusal);
    await expect(
      call(kernel.app, reader.principal, changeSavedSearch, { publicId, digest: "weekly" }),
    ).rejects.toMatchObject(refusal);
    await expect(
      call(kernel.app, reader.principal, saveSearch, { name: "x", page: "/settings", query: "" }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await call(kernel.app, reader.principal, removeSavedSearch, { publicId });
  });

  it("[SE6] report what is new since the last digest, once, and never by a walled or partner part", async () => {
    // In the other language too, by the worker's own index of what members read ([SE13]).
    const han = new URLSearchParams({ q: "碳酸" }).toString();
    for (const query of ["q=carbonate", han, "q=PRICE-SECRET", "region=36"]) {
      await call(kernel.app, reader.principal, saveSearch, { name: query, query, digest: "daily" });
    }
    await digest();
    expect(await letters()).toEqual([]);
    kernel.setNow(new Date("2026-11-21T02:00:00Z"));
    await addPosting(kernel, seller, "capability", sampleContent());
    kernel.setNow(new Date("2026-11-21T03:00:00Z"));
    await digest();
    const told = await letters();
    expect(told.map((payload) => payload.path).sort()).toEqual([
      `/postings?${han}`,
      "/postings?q=carbonate",
      "/postings?region=36",
    ]);
    expect(told[0]).toMatchObject({ personId: reader.personId, params: { count: "1" } });
    kernel.setNow(new Date("2026-11-22T03:00:00Z"));
    await digest();
    expect(await letters()).toHaveLength(3);
  });

  it.each([
    [23, { status: "pending" }],
    [24, { kind: "operator" }],
    // Its approval can still be undone when the digest is made. [OR16]
    [25, { membersFrom: new Date("2026-11-25T04:00:01Z") }],
  ] as const)(
    "[SE6] on day %i, of a body that does not trade, report what everyone may read: %o",
    async (day, given) => {
      const newcomer = await addMember(kernel, await addOrganization(kernel, given));
      await call(kernel.app, newcomer.principal, saveSearch, {
        name: "region",
        query: "region=36",
        digest: "daily",
      });
      await call(kernel.app, newcomer.principal, saveSearch, {
        name: "text",
        query: "q=carbonate",
        digest: "daily",
      });
      kernel.setNow(new Date(`2026-11-${day}T02:00:00Z`));
      await addPosting(kernel, seller, "capability", sampleContent());
      kernel.setNow(new Date(`2026-11-${day}T04:00:00Z`));
      await digest();
      const mine = (await letters()).filter((payload) => payload.personId === newcomer.personId);
      expect(mine.map((payload) => payload.path)).toEqual(["/postings?q=carbonate"]);
    },
  );
});

it("[US3] [SE6] tell of a posting under terms once the reader's organization accepted them", async () => {
  kernel.setNow(new Date("2026-11-27T02:00:00Z"));
  const [asker, agrees] = [
    await addMember(kernel, await addOrganization(kernel)),
    await addMember(kernel, await addOrganization(kernel)),
  ];
  for (const who of [asker, agrees])
    for (const query of ["region=36", "q=peristaltic"])
      await call(kernel.app, who.principal, saveSearch, { name: query, query, digest: "daily" });
  kernel.setNow(new Date("2026-11-27T03:00:00Z"));
  const levels = { description: "member", region: "member" } as const;
  const content = sampleContent({ description: "Dried by peristaltic ultrafiltration." });
  const { publicId } = await addPosting(kernel, seller, "capability", content, levels);
  const { version } = await call(kernel.app, seller.principal, setUse, { publicId, terms: sampleTerms });
  await call(kernel.app, agrees.principal, acceptUse, { publicId, version: version ?? 0, agreement: "" });
  kernel.setNow(new Date("2026-11-27T04:00:00Z"));
  await digest();
  const mine = async (who: typeof asker) =>
    (await letters()).filter((one) => one.personId === who.personId).map(({ path }) => path);
  expect(await mine(asker)).toEqual([]);
  expect((await mine(agrees)).sort()).toEqual(["/postings?q=peristaltic", "/postings?region=36"]);
});

describe("what is followed", () => {
  it("[SE19] a concept and a body tell new postings, a goal new releases; nobody else knows", async () => {
    await addDefinition(kernel, "SME-02", { components: [sampleComponent("capacity")], breakdowns: [[]] });
    const follower = await addMember(kernel, await addOrganization(kernel));
    const mine = async () =>
      (await letters()).filter((one) => one.personId === follower.personId).map(({ path }) => path);
    const save = (name: string, address: { page: string; query: string }) =>
      call(kernel.app, follower.principal, saveSearch, { name, ...address, digest: "daily" });
    await save("Carbonate", followed("concept", "li2co3-batt"));
    await save("Phosphate", followed("concept", "lfp"));
    await save("Recovery", followed("goal", "G35-07"));
    await expect(save("Nothing", followed("goal", "G99-99"))).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    const { page } = followed("goal", "G35-07");
    expect(await call(kernel.app, follower.principal, listSavedSearches, { page })).toMatchObject([
      { query: "goal=G35-07", digest: "daily" },
    ]);
    expect(await call(kernel.app, other.principal, listSavedSearches, { page })).toEqual([]);

    kernel.setNow(new Date(kernel.app.clock().getTime() + 3_600_000));
    await addPosting(kernel, seller, "capability", sampleContent());
    const round = await addRound(kernel, "2026Q3");
    for (const value of ["500", "400", "300", "200"])
      await round.file(await addOrganization(kernel), [{ component: "capacity", value }], {
        indicators: ["SME-02"],
      });
    await makeTestRelease(kernel, await addOfficer(kernel), round.publicId, {
      minContributors: 3,
      pPercent: 10,
    });
    kernel.setNow(new Date(kernel.app.clock().getTime() + 24 * 3_600_000));
    await digest();
    expect(await mine()).toEqual(["/postings?concept=li2co3-batt", "/goals/G35-07"]);
    kernel.setNow(new Date(kernel.app.clock().getTime() + 24 * 3_600_000));
    await digest();
    expect(await mine()).toHaveLength(2);
  });

  it("[WA6] a concept tells members what the watch says of it; who is not verified hears nothing of it", async () => {
    const officer = await addOfficer(kernel);
    const member = await addMember(kernel, await addOrganization(kernel));
    const outside = await addMember(kernel, await addOrganization(kernel, { status: "pending" }));
    for (const who of [member, outside])
      await call(kernel.app, who.principal, saveSearch, {
        name: "Hydroxide",
        ...followed("concept", "lioh-batt"),
        digest: "daily",
      });
    kernel.setNow(new Date(kernel.app.clock().getTime() + 3_600_000));
    const verbs = recordVerbs.watchItem;
    if (!verbs) throw new Error("no such register");
    await call(kernel.app, officer.principal, verbs.save, {
      values: {
        ...sampleValues(registers.watchItem as never, "watch"),
        title: { zh: "智利扩大电池级氢氧化锂出口", en: "Chile exports more battery-grade lithium hydroxide" },
      },
      sources: [{ title: "A paper" }],
    } as never);
    kernel.setNow(new Date(kernel.app.clock().getTime() + 24 * 3_600_000));
    await digest();
    const heard = (await letters()).filter(({ personId }) =>
      [member.personId, outside.personId].some((id) => id === personId),
    );
    expect(heard.map(({ personId, path, params }) => [personId, path, params])).toEqual([
      [member.personId, "/chain/lioh-batt", { name: "Hydroxide", count: "1" }],
    ]);
    expect(
      await call(kernel.app, member.principal, listConceptWatch, { concept: "lioh-batt" }),
    ).toMatchObject([{ titleZh: "智利扩大电池级氢氧化锂出口" }]);
    expect(await call(kernel.app, member.principal, listConceptWatch, { concept: "lfp" })).toEqual([]);
  });
});
