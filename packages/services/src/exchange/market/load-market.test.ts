import { expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  rankPosting,
  sampleContent,
  sampleTerms,
} from "../../../testing/index.ts";
import { call, callJob } from "../../kernel/call.ts";
import { Market } from "../match/market.ts";
import { acceptUse } from "../use/accept-use.ts";
import { setUse } from "../use/set-use.ts";
import { allocateMarket } from "./allocate-market.ts";
import { loadMarket } from "./load-market.ts";

const kernel = await createTestKernel();
const market = new Market();
const secretariat = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, secretariat, { duties: ["officer"] });
const delegate = await addMember(kernel, secretariat);
const regulator = await addMember(kernel, await addOrganization(kernel, { kind: "regulator" }));
const buyer = await addMember(kernel, await addOrganization(kernel));
const seller = await addMember(kernel, await addOrganization(kernel));
const read = () => call(kernel.app, officer.principal, loadMarket, {});
const purity = (op: ">=" | "=", value: string) =>
  ({ attribute: "purity", op, value, unit: "mass %", hard: true }) as const;

it("[MK4] is nothing before the market was worked out", async () => {
  expect(await read()).toBeNull();
});

it("[MK4] [AL15] sets asked against offered in number and tonnes, with what most often fails", async () => {
  const base = { concept: "lifsi", title: "LiFSI salt", summary: "LiFSI salt." };
  const made = [
    await addPosting(
      kernel,
      buyer,
      "need",
      sampleContent({ ...base, figures: [purity(">=", "99.9")], volume: { amount: "2", unit: "kt/a" } }),
    ),
    await addPosting(
      kernel,
      buyer,
      "need",
      sampleContent({ ...base, figures: [purity(">=", "99.9")], volume: { amount: "500", unit: "t/a" } }),
      { volume: "partner" },
    ),
    await addPosting(
      kernel,
      seller,
      "capability",
      sampleContent({ ...base, figures: [purity("=", "99")], volume: { amount: "300", unit: "t/a" } }),
    ),
  ];
  for (const { id } of made) await rankPosting(kernel, market, id);
  await callJob(kernel.worker, { id: kernel.app.newId(), name: "market.allocate" }, allocateMarket, {});
  const answer = await read();
  expect(answer?.weakLinks.find(({ concept }) => concept === "lifsi")).toMatchObject({
    state: "tight",
    needs: 2,
    capabilities: 1,
    asked: "2000",
    askedBy: 1,
    offered: "300",
    offeredBy: 1,
    gap: "1700",
    constraint: { attribute: "purity", failed: 2, judged: 2 },
  });
  expect(answer?.sums).toMatchObject({ blockingPairs: 0, shared: { needsAlone: 2, capabilitiesAlone: 1 } });
});

it("[MK4] keeps tonnes of LCE beside tonnes of goods, and adds up neither with the other", async () => {
  const base = { concept: "spodumene-conc", title: "Concentrate", summary: "Concentrate.", figures: [] };
  const add = (by: typeof buyer, kind: "need" | "capability", amount: string, unit: string) =>
    addPosting(kernel, by, kind, sampleContent({ ...base, volume: { amount, unit } }));
  const made = [
    await add(buyer, "need", "60", "kt/a"),
    await add(seller, "capability", "27", "kt LCE/a"),
    await add(seller, "capability", "9000", "t LCE/a"),
  ];
  for (const { id } of made) await rankPosting(kernel, market, id);
  await callJob(kernel.worker, { id: kernel.app.newId(), name: "market.allocate" }, allocateMarket, {});
  const row = (await read())?.weakLinks.find(({ concept }) => concept === "spodumene-conc");
  expect(row).toMatchObject({ asked: "60000", otherBasis: { offered: "36000" } });
  expect(row).not.toHaveProperty("offered");
});

it("[MK7] sets what is met against what goes without, from amounts open to verified members alone", async () => {
  const lone = sampleContent({ concept: "dtd", title: "DTD wanted", summary: "An additive.", figures: [] });
  const { id } = await addPosting(kernel, buyer, "need", lone, { volume: "partner" });
  await rankPosting(kernel, market, id);
  await callJob(kernel.worker, { id: kernel.app.newId(), name: "market.allocate" }, allocateMarket, {});
  const balance = (await read())?.balance;
  expect(balance?.find(({ concept }) => concept === "lifsi")).toMatchObject({
    ...{ asked: "2000", askedBy: 1, needs: 2, offered: "300", offeredBy: 1, capabilities: 1 },
    ...{ met: "300", unmet: "1700", spare: "0", oneMore: { does: "serves", need: "lifsi" } },
  });
  const unstated = balance?.find(({ concept }) => concept === "dtd");
  expect(unstated).toMatchObject({ needs: 1, askedBy: 0, unmet: "0", oneMore: { does: "nothing" } });
  expect(unstated?.asked).toBeUndefined();
});

it("[US4] adds up no amount that is under terms of use, even where the officer's organization accepted them", async () => {
  const salt = sampleContent({
    concept: "libob",
    title: "LiBOB wanted",
    summary: "A salt for lithium cells.",
    figures: [],
    volume: { amount: "40", unit: "t/a" },
  });
  const { publicId } = await addPosting(kernel, buyer, "need", salt);
  const amount = async () => (await read())?.balance.find(({ concept }) => concept === "libob")?.asked;
  expect(await amount()).toBe("40");
  const { version } = await call(kernel.app, buyer.principal, setUse, { publicId, terms: sampleTerms });
  const agree = { publicId, version: version ?? 0, agreement: "" };
  await call(kernel.app, delegate.principal, acceptUse, agree);
  expect(await amount()).toBeUndefined();
});

it("[PL1] is for officers of the coordination group alone", async () => {
  for (const other of [delegate, regulator, buyer])
    await expect(call(kernel.app, other.principal, loadMarket, {})).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
});
