import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  asRaw,
  createTestKernel,
  sampleContent,
  type TestMember,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { loadPosting } from "../posting/load-posting.ts";
import { acceptIntroduction, declineIntroduction } from "./answer.ts";
import { askIntroduction } from "./ask.ts";
import { loadIntroduction } from "./load.ts";
import { prepareIntroduction } from "./prepare.ts";

const { app, ...rest } = await createTestKernel();
const kernel = { app, ...rest };
const member = async (given: Parameters<typeof addOrganization>[1]) =>
  addMember(kernel, await addOrganization(kernel, given));
const maker = await member({ offers: ["ncm811"], links: ["materials"] });
const rival = await member({ offers: ["ncm622"], links: ["materials"] });
const supplier = await member({ offers: ["li2co3-batt"], links: ["smelting"] });

async function askedBy(asker: TestMember) {
  const need = await addPosting(kernel, maker, "need", sampleContent(), { price: "partner" });
  const { publicId } = await call(app, asker.principal, askIntroduction, {
    posting: need.publicId,
    aim: "quote",
    message: "We would like to hear more about it.",
  });
  return { need, publicId };
}

describe("a competitor that asks", () => {
  it("[IN8] is shown without a name, with the fields that would open, and accepted only with a tick", async () => {
    const { need, publicId } = await askedBy(rival);
    const page = await call(app, maker.principal, loadIntroduction, { publicId });
    expect(page).toMatchObject({ competes: true, other: null });
    expect(page.opens).toEqual({
      partner: ["price", "identity"].sort(byOrderOf(page.opens?.partner ?? [])),
      walled: ["volume", "figures.capacity_ta"],
    });
    await expect(call(app, maker.principal, acceptIntroduction, { publicId })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      faults: [{ field: "acknowledge", rule: "notAcknowledged" }],
    });
    const seen = () => call(app, rival.principal, loadPosting, { publicId: need.publicId });
    expect((await seen()).reading?.fields).not.toHaveProperty("price");
    expect((await call(app, maker.principal, loadIntroduction, { publicId })).state).toBe("sent");
    await call(app, maker.principal, acceptIntroduction, { publicId, acknowledge: true });
    const before = ["title", "summary", "cooperation", "region", "figures", "trl"];
    const opened = Object.keys((await seen()).reading?.fields ?? {}).filter((name) => !before.includes(name));
    expect(opened.sort()).toEqual(["identity", "price", "volume"]);
  });

  it("[IN8] is never shown of a supplier, nor to the side that asks, nor after a refusal", async () => {
    const { publicId } = await askedBy(supplier);
    expect((await call(app, maker.principal, loadIntroduction, { publicId })).competes).toBe(false);
    expect((await call(app, supplier.principal, loadIntroduction, { publicId })).competes).toBeNull();
    await call(app, maker.principal, acceptIntroduction, { publicId });
    const refused = await askedBy(rival);
    await call(app, maker.principal, declineIntroduction, { publicId: refused.publicId, reason: "other" });
    const page = await call(app, maker.principal, loadIntroduction, { publicId: refused.publicId });
    expect(page.competes).toBeNull();
  });

  it("[IN8] is fixed when it asks, so that the asked side learns nothing by changing its profile", async () => {
    const firm = await addOrganization(kernel, { offers: ["li2co3-batt"], links: ["smelting"] });
    const admin = await addMember(kernel, firm);
    const need = await addPosting(kernel, admin, "need");
    const { publicId } = await call(app, rival.principal, askIntroduction, {
      posting: need.publicId,
      aim: "quote",
      message: "We would like to hear more about it.",
    });
    const competes = async () => (await call(app, admin.principal, loadIntroduction, { publicId })).competes;
    expect(await competes()).toBe(false);
    for (const offers of [["ncm811"], ["lfp"], ["ncm811", "li2co3-batt"]]) {
      await rest.owner.execute(
        `update posting_part set wall_keys = '{${offers.map((id) => `offers:${id}`).join(",")},offers:ncm622}' where posting_id = '${need.id}'`,
      );
      expect(await competes()).toBe(false);
    }
    await call(app, admin.principal, acceptIntroduction, { publicId });
    expect(await asRaw(kernel, admin, "select 1 from introduction_rivalry")).toBe("42501");
  });

  it("[IN8] the asking side learns of competition from what the asked posting shows, never from its owner's profile", async () => {
    const cathode = sampleContent({ concept: "ncm811", figures: [] });
    const own = await addPosting(kernel, rival, "capability", cathode);
    const same = await addPosting(
      kernel,
      maker,
      "capability",
      sampleContent({ concept: "ncm622", figures: [] }),
    );
    const hidden = await addPosting(kernel, maker, "need");
    const rivalOf = async (posting: string) =>
      (await call(app, rival.principal, prepareIntroduction, { posting })).own.find(
        ({ publicId }) => publicId === own.publicId,
      );
    expect(await rivalOf(same.publicId)).toMatchObject({
      rival: true,
      opens: { walled: ["volume"] },
      named: false,
    });
    expect(await rivalOf(hidden.publicId)).toMatchObject({ rival: false });
  });
});

function byOrderOf(order: readonly string[]) {
  return (a: string, b: string) => order.indexOf(a) - order.indexOf(b);
}
