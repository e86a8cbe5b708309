import type { createRestClient } from "./rest.ts";

type Ask = ReturnType<typeof createRestClient>["ask"];

const battery = "ZZ1PB01A1B2C3DC5H0000001";
const openedOn = "2022-06-01";
const lot = { name: "L-1", kind: "battery", province: "42", chemistry: "lfp", tonnes: 5 } as const;
const head = {
  number: "B-1",
  process: "hydrometallurgical",
  custodyModel: "segregated",
  openedOn,
} as const;
const rows = [
  { side: "input", kind: "lot", name: "BM-1", kg: 1000, assay: { Li: 0.042 } },
  { side: "product", kind: "product", name: "Li2CO3", kg: 205, assay: { Li: 0.1879 } },
] as const;

const bodies = {
  "battery.file": { units: [{ code: battery }] },
  "battery.report": { verb: "make", at: "2022-05-17" },
  "battery.deny": { event: "0".repeat(64), reason: "No lorry came." },
  "battery.uphold": { event: "0".repeat(64), reason: "The slip is signed." },
  "batch.open": head,
  "batch.save": { ...head, version: 1, uIn: 0.02, uOut: 0.01, handling: ["discharged"], rows },
  "batch.step": { step: "close", closedOn: "2022-06-02" },
  "lot.save": lot,
  "residual.file": {
    code: battery,
    method: "gbt34015",
    denominator: "rated",
    testedOn: openedOn,
    energyShare: 0.78,
    u: 0.02,
  },
} as const;

/** The code that an address takes: a battery's or a series'. */
const codeIn = (path: string) => (path.startsWith("/batteries") ? battery : "TR06-import");

/** A body with a key of its own. */
type Body = readonly [key: string, body: { readonly publicId: string }];

/** Each of two bodies hands the battery to the other; one denies it, the other holds to it; the statuses of the answers. */
async function reachDenial(ask: Ask, own: Body, other: Body): Promise<readonly number[]> {
  const hand = async ([key]: Body, [, { publicId: to }]: Body, at: string) => {
    const told = await ask(key, "POST", `/batteries/${battery}/events`, {
      verb: "transfer",
      at,
      to,
    });
    return { event: String(told.body.hash) };
  };
  const deny = ([key]: Body, one: { readonly event: string }) =>
    ask(key, "POST", `/batteries/${battery}/denials`, { ...bodies["battery.deny"], ...one });
  const denied = await deny(own, await hand(other, own, "2022-07-01"));
  const handed = await hand(own, other, "2022-08-01");
  await deny(other, handed);
  const said = { ...bodies["battery.uphold"], ...handed };
  const upheld = await ask(own[0], "POST", `/batteries/${battery}/denials/uphold`, said);
  return [denied.status, upheld.status];
}

/** Files a battery and reads everything of it; the statuses of the answers. */
async function reachBattery(ask: Ask, own: Body, other: Body): Promise<readonly number[]> {
  const [key] = own;
  const answers = [
    await ask(key, "POST", "/batteries", bodies["battery.file"]),
    await ask(key, "POST", `/batteries/${battery}/events`, bodies["battery.report"]),
    await ask(key, "GET", "/batteries?limit=10"),
    await ask(key, "GET", `/batteries/${battery}`),
    await ask(null, "GET", `/batteries/${battery}/passport`),
  ];
  return [...answers.map(({ status }) => status), ...(await reachDenial(ask, own, other))];
}

/** Opens a batch, fills it in and closes it; the answers. */
async function reachBatch(ask: Ask, key: string) {
  const opened = await ask(key, "POST", "/batches", bodies["batch.open"]);
  const path = `/batches/${opened.body.publicId}`;
  const saved = await ask(key, "PUT", path, bodies["batch.save"]);
  const late = await ask(key, "PUT", path, bodies["batch.save"]);
  const closed = await ask(key, "POST", `${path}/steps`, bodies["batch.step"]);
  const refused = await ask(key, "POST", `${path}/steps`, { step: "balance" });
  const loaded = await ask(key, "GET", path);
  const listed = await ask(key, "GET", "/batches?state=closed&limit=5");
  return { opened, saved, late, closed, refused, loaded, listed };
}

/** Offers a lot, files a test and withdraws the lot again; the answers. */
async function reachResidual(ask: Ask, key: string) {
  const kept = await ask(key, "POST", "/lots", bodies["lot.save"]);
  const lots = await ask(key, "GET", "/lots");
  const filed = await ask(key, "POST", "/tests", bodies["residual.file"]);
  const tests = await ask(key, "GET", "/tests");
  const withdrawn = await ask(key, "POST", `/lots/${kept.body.publicId}/withdraw`);
  const rates = await ask(null, "GET", "/rates");
  return { kept, lots, filed, tests, withdrawn, rates };
}

/** What the operations on batteries, batches, lots and tests are asked with, and all of them asked. */
export const recoveryFace = { bodies, codeIn, reachBattery, reachBatch, reachResidual } as const;
