import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  sampleContent,
} from "@lilink/services/testing";
import { describe, expect, it } from "vitest";
import { createRestClient } from "../../testing/rest.ts";

const kernel = await createTestKernel();
const { ask, keyOf } = createRestClient(kernel);
const maker = await addMember(kernel, await addOrganization(kernel, { links: ["smelting"] }));
const buyer = await addMember(kernel, await addOrganization(kernel, { links: ["materials"] }));
const { key } = await keyOf(maker);
const { key: buyersKey } = await keyOf(buyer);

describe("postings by a program", () => {
  it("[RE2] reports every fault of a draft at once, and a save that another overtook", async () => {
    const { publicId } = (await ask(key, "POST", "/postings", { kind: "need" })).body;
    const refused = await ask(key, "POST", `/postings/${publicId}/submit`, {});
    expect(refused).toMatchObject({ status: 422, body: { code: "INVALID_INPUT" } });
    expect(refused.body.faults.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["title", "concept", "summary"]),
    );
    const save = { revision: 3, content: { title: "Other" }, levels: {} };
    expect(await ask(key, "PUT", `/postings/${publicId}/draft`, save)).toMatchObject({
      status: 409,
      body: { code: "CONFLICT", params: { revision: 0 } },
    });
  });

  it("[PO11] sees what its texts reveal, in either language, and submits once it acknowledges that", async () => {
    const content = { ...sampleContent({ summary: "Write to sales@cathode.example for more." }) };
    const { publicId } = (await ask(key, "POST", "/postings", { kind: "need", content })).body;
    const path = `/postings/${publicId}/submit`;
    const refused = await ask(key, "POST", path, {});
    expect(refused).toMatchObject({
      status: 422,
      body: { faults: [{ field: "summary", rule: "doubtedText", params: { doubt: "email" } }] },
    });
    expect(refused.body.message).toMatch(/“sales@cathode\.example”.*acknowledgeDoubts/);
    expect((await ask(key, "POST", path, { acknowledgeDoubts: true })).body).toEqual({ version: 1 });
  });

  it("[PO5] are the same for programs and people: a competitor receives no volume, price or customer", async () => {
    const rival = await addMember(kernel, await addOrganization(kernel, { offers: ["li2co3-batt"] }));
    const rivalsKey = (await keyOf(rival)).key;
    const { publicId } = await addPosting(kernel, maker, "capability");
    const fields = async (who: string | null) =>
      (await ask(who, "GET", `/postings/${publicId}`)).body.reading.fields;
    expect(await fields(buyersKey)).toHaveProperty("volume");
    expect(await fields(rivalsKey)).not.toHaveProperty("volume");
    expect(await fields(null)).not.toHaveProperty("figures");
    const found = await ask(rivalsKey, "GET", "/postings?q=carbonate");
    expect(JSON.stringify([await fields(rivalsKey), found.body])).not.toMatch(/8000|12000|SECRET/);
  });
});
