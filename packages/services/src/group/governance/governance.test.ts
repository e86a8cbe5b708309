import { describe, expect, it } from "vitest";
import {
  addMember,
  addOfficer,
  addOrganization,
  addPosting,
  createTestKernel,
  sampleContent,
} from "../../../testing/index.ts";
import { loadDraft } from "../../exchange/posting/load-draft.ts";
import { saveDraft } from "../../exchange/posting/save-draft.ts";
import { call, callJob } from "../../kernel/call.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
import { seedRecords } from "../../record/seed-records.ts";
import { listPolicyLives } from "./list-policy-lives.ts";
import { listPostingBarriers } from "./list-posting-barriers.ts";
import { loadBarriers } from "./load-barriers.ts";

const kernel = await createTestKernel();
const visitor = { kind: "anonymous" } as const;
await callJob(kernel.worker, { id: kernel.app.newId(), name: "record.seed" }, seedRecords, {});

describe("the lives of policies", () => {
  it("[PY1] [PY2] are read by everybody, and announcement 58 is what its events say on each day", async () => {
    const statusOf = async (on: string) => {
      const { items } = await call(kernel.app, visitor, listPolicyLives, { on });
      return items.find(({ titleEn }) => titleEn?.startsWith("Export control of lithium batteries"))?.status;
    };
    expect(await statusOf("2025-10-20")).toBe("issued_not_in_force");
    expect(await statusOf("2026-05-01")).toBe("suspended");
    expect(await statusOf("2026-11-27")).toBe("effect_unconfirmed");
  });

  it("[PY3] keep both days that two sources name", async () => {
    const { items } = await call(kernel.app, visitor, listPolicyLives, {});
    const order = items.find(({ titleEn }) => titleEn?.startsWith("Executive Order 14017"));
    expect(order?.events.map(({ on }) => on)).toEqual(["2021-02-24", "2021-02-25"]);
  });

  it("[PY4] say what an issued policy lacks; one alone is asked for by its id", async () => {
    const { items } = await call(kernel.app, visitor, listPolicyLives, {});
    const measures = items.find(({ titleEn }) => titleEn?.startsWith("Interim measures"));
    expect(measures).toMatchObject({ lacks: [], evaluateOn: "2027-06-30" });
    const law = items.find(({ titleEn }) => titleEn?.startsWith("Mineral Resources Law"));
    expect(law?.lacks).toEqual(["indicator", "window", "evaluateOn"]);
    const { items: one } = await call(kernel.app, visitor, listPolicyLives, { id: law?.publicId });
    expect(one).toEqual([law]);
  });

  it("[PY3] hold no event that is not published", async () => {
    const officer = await addOfficer(kernel);
    const { items } = await call(kernel.app, visitor, listPolicyLives, {});
    const [policy] = items;
    const verbs = recordVerbs.policyEvent;
    if (!policy || !verbs) throw new Error("there is no policy");
    const values = {
      title: { zh: "废止（草稿）", en: "Repealed (draft)" },
      policy: { publicId: policy.publicId, zh: policy.titleZh, en: policy.titleEn },
      type: "repealed",
      happenedOn: "2026-01-01",
      until: null,
      byDocument: null,
      note: null,
    };
    await call(kernel.app, officer.principal, verbs.save, {
      values,
      sources: [{ title: "a paper" }],
      readings: { title: { reading: "seen", source: 0 } },
    } as never);
    const { items: after } = await call(kernel.app, visitor, listPolicyLives, { id: policy.publicId });
    expect(after[0]?.events).toEqual(policy.events);
  });
});

describe("the roadmap", () => {
  it("[RM2] [RG6] an item is not adopted against the count of its votes", async () => {
    const officer = await addOfficer(kernel);
    const verbs = recordVerbs.roadmapItem;
    if (!verbs) throw new Error("there is no roadmap");
    const { items } = await call(kernel.app, officer.principal, verbs.list, { limit: 1 } as never);
    const publicId = items[0]?.publicId ?? "";
    const { revision } = await call(kernel.app, officer.principal, verbs.load, { publicId });
    const adopt = (votesFor: number, votesAgainst: number) =>
      call(kernel.app, officer.principal, verbs.step, {
        publicId,
        step: "adopt",
        revision,
        values: { votesFor, votesAgainst, abstained: 0, votedOn: "2026-11-20", votedIn: "Minutes 4/2026" },
      } as never);
    await expect(adopt(3, 3)).rejects.toMatchObject({
      code: "INVALID_INPUT",
      faults: [{ field: "values.votesFor", rule: "implausible" }],
    });
    expect(await adopt(4, 3)).toMatchObject({ state: "adopted" });
  });
});

describe("barriers", () => {
  it("[PT4] tell what is over by its term, and call unchecked what nobody looked up", async () => {
    const member = await addMember(kernel, await addOrganization(kernel));
    const { patents, cells } = await call(kernel.app, member.principal, loadBarriers, {});
    const of = (number: string) => patents.find((one) => one.number === number);
    expect(of("US7972728")).toMatchObject({ standing: "over", term: { expiry: "2017-04-21" } });
    expect(of("US7498100")).toMatchObject({ standing: "over", term: { expiry: "2025-01-01" } });
    expect(of("US9601771")).toMatchObject({
      standing: "unclear",
      printedExpiry: "2032-07-20",
      term: { expiry: null, missing: ["isPriorityProvisional", "firstNonprovisionalOn"] },
    });
    expect(cells.find(({ node, office }) => node === "lfp" && office === "US")).toMatchObject({
      counts: { live: 0, pending: 0, over: 1, unclear: 0 },
      until: null,
    });
    expect(cells.reduce((sum, { counts }) => sum + Object.values(counts).reduce((a, b) => a + b), 0)).toBe(
      patents.length,
    );
  });

  it("[PT5] are of the subject that the owner writes now, not of the one that others still read", async () => {
    const member = await addMember(kernel, await addOrganization(kernel));
    const { publicId } = await addPosting(kernel, member, "need", sampleContent({ concept: "ncm811" }));
    const nodesOf = async () => {
      const { patents } = await call(kernel.app, member.principal, listPostingBarriers, { publicId });
      return [...new Set(patents.map(({ node }) => node))];
    };
    const first = await nodesOf();
    const { revision, content, levels } = await call(kernel.app, member.principal, loadDraft, { publicId });
    const changed = { ...content, concept: "lfp" };
    await call(kernel.app, member.principal, saveDraft, { publicId, revision, content: changed, levels });
    expect([first, await nodesOf()]).toEqual([["ncm"], []]);
  });
});
