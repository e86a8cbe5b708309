import { type CustodyEvent, epcisContext, toEpcis } from "@lilink/model/trace";
import { writeCode } from "@lilink/model/trace/code";
import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

const serial = 1_000_000 + Math.floor(Math.random() * 8_000_000);
const head = { vendor: "ZZ3", product: "P", batteryType: "B", serial } as const;
const pack = writeCode({ ...head, specification: "01", trace: "A1B2C3D", madeOn: "2020-05-17" });
/** What the pack is called in its second use. */
const second = writeCode({ ...head, specification: "07", trace: null, madeOn: "2026-10-20" });

test("[TR10] [TR16] [TR32] [TR78] programs follow one pack from its vehicle to salt, by EPCIS and REST", async ({
  as,
  at,
  language,
  request,
}) => {
  const t = wordsOf(language);
  const program = async (email: string, name: string) =>
    openProgram(request, await makeKey(await as(email), at("/settings/keys"), t), name);
  const maker = await program("editor@cell.example", "海峡动力电池");
  const car = await program("data@vehicle.example", "岭南新能源汽车");
  const clerk = await program("clerk@collect.example", "羊城电池收集");
  const tester = await program("editor@laboratory.example", "西部电池检测");
  const cascade = await program("editor@cascade.example", "鹭岛梯次储能");
  const recycler = await program("editor@recycler.example", "荆门循环再生");

  expect(
    (await maker.rest("POST", "/batteries", { units: [{ code: pack, kwh: 52.5, kg: 375 }] })).filed,
  ).toBe(1);
  expect(await maker.tell([{ verb: "make", code: pack, at: "2020-05-17" }])).toEqual(["ok"]);

  // The first vehicle is a typing error; the right one contradicts it until the error is declared.
  const fit = { verb: "fit", code: pack, at: "2020-06-01" } as const;
  const wrong = { ...fit, vehicle: "V-WRONG" };
  const right = { ...fit, at: "2020-06-02", vehicle: `V-${serial}` };
  expect(await car.tell([wrong, right])).toEqual(["ok", "conflict"]);
  expect(await car.tell([wrong, right])).toEqual(["duplicate", "duplicate"]);
  expect(await car.tell([wrong], "did_not_occur")).toEqual(["ok"]);
  const fitted = await car.rest("GET", `/batteries/${pack}`);
  expect(fitted.events.find((one) => one.on === right.at)?.verdict).toBe("ok");
  expect(fitted.events.filter((one) => one.correctedBy !== null)).toMatchObject([{ on: wrong.at }]);
  const given = [
    { verb: "retire", code: pack, at: "2026-09-01", vehicle: right.vehicle },
    { verb: "transfer", code: pack, at: "2026-09-03", to: clerk.publicId },
  ] as const;
  expect(await car.tell(given)).toEqual(["ok", "ok"]);

  const taken = { verb: "collect", code: pack, at: "2026-09-10" } as const;
  expect(await clerk.tell([taken])).toEqual(["ok"]);
  const found = {
    ...{ code: pack, method: "gbt34015", denominator: "rated", testedOn: "2026-10-08" },
    ...{ energyShare: 0.765, u: 0.02 },
  };
  expect(await tester.rest("POST", "/tests", found)).toMatchObject({ accredited: true, verdict: "ok" });
  const handed = { verb: "transfer", code: pack, at: "2026-10-12", to: cascade.publicId } as const;
  expect(await clerk.tell([handed])).toEqual(["ok"]);

  expect((await cascade.rest("GET", `/batteries/${pack}`)).gate?.verdict).toBe("recode");
  const recode = { verb: "recode", code: second, at: "2026-10-20", origins: [pack] } as const;
  const deploy = { verb: "deploy", code: second, at: "2026-10-28", step: 3 } as const;
  expect(await cascade.tell([recode, deploy])).toEqual(["ok", "needs_reason"]);
  expect(await cascade.tell([deploy], "incorrect_data")).toEqual(["ok"]);
  const left = [
    { ...deploy, reason: "No station of steps 1 and 2 within 500 km." },
    { verb: "withdraw", code: second, at: "2026-11-10" },
    { verb: "transfer", code: second, at: "2026-11-12", to: recycler.publicId },
  ] as const;
  expect(await cascade.tell(left)).toEqual(["ok", "ok", "ok"]);

  const batch = `P-${serial}`;
  const worn = { verb: "scrap", code: second, at: "2026-11-15", reason: "Worn out" } as const;
  expect(await recycler.tell([worn, { verb: "batch_in", code: second, at: "2026-11-16", batch }])).toEqual([
    ...["ok", "ok"],
  ]);
  await balance(recycler, batch);
  expect(await recycler.tell([{ verb: "batch_out", code: second, at: "2026-11-20", batch }])).toEqual(["ok"]);
  const life = await recycler.rest("GET", `/batteries/${second}`);
  expect([life.state, life.from]).toEqual(["recovered", [pack]]);
  const rates = await recycler.rest("GET", "/rates");
  expect(rates.figures.length).toBeGreaterThan(0);
});

/** Opens a batch, is refused until every stream is named, and balances it. */
async function balance({ rest, status }: Program, number: string): Promise<void> {
  const about = {
    ...{ number, process: "hydrometallurgical", custodyModel: "mass_balance", openedOn: "2026-11-16" },
  };
  const path = `/batches/${(await rest("POST", "/batches", about)).publicId}`;
  const rows = [
    { side: "input", kind: "code", name: second, kg: 375, assay: { Li: 0.013 } },
    { side: "product", kind: "product", name: "Li2CO3", kg: 24, assay: { Li: 0.1879 } },
    { side: "waste", kind: "process_liquor", name: "W-1", kg: 341, assay: { Li: 0.001 } },
  ];
  const fill = { ...about, handling: ["discharged"] };
  await rest("PUT", path, { ...fill, version: 1, rows });
  await rest("POST", `${path}/steps`, { step: "close", closedOn: "2026-11-19" });
  expect(await status("POST", `${path}/steps`, { step: "balance" })).toBe(422);
  const { version, judged } = await rest("GET", path);
  expect(judged.faults.map(({ rule }) => rule)).toContain("streamMissing");
  const named = [
    ...rows,
    { side: "waste", kind: "electrolyte", name: "W-2", kg: 10, assay: {} },
    { side: "waste", kind: "hydrogen_fluoride", name: "W-3", kg: 0, assay: {} },
  ];
  await rest("PUT", path, { ...fill, version, rows: named });
  expect(await rest("POST", `${path}/steps`, { step: "balance" })).toEqual({ state: "balanced" });
}

/** Makes a key that reads and writes batteries and reads goals, as an administrator does. */
async function makeKey(page: Page, path: string, t: ReturnType<typeof wordsOf>): Promise<string> {
  await page.goto(path);
  await page.getByLabel(t("settings", "keys.name"), { exact: true }).fill("MES");
  for (const scope of ["registers:read", "registers:write", "organizations:read", "goals:read"])
    await page.getByRole("checkbox", { name: t("settings", `keys.scope.${scope}`) }).check();
  await page.getByRole("button", { name: t("settings", "keys.create") }).click();
  return (await page.getByText(/^llk_[\w-]{20,}$/).textContent()) ?? "";
}

type Answer = {
  readonly publicId: string;
  readonly filed: number;
  readonly version: number;
  readonly state: string;
  readonly from: readonly string[];
  readonly gate: { readonly verdict: string } | null;
  readonly judged: { readonly faults: readonly { readonly rule: string }[] };
  readonly figures: readonly object[];
  readonly items: readonly { readonly publicId: string; readonly nameZh: string }[];
  readonly events: readonly {
    readonly on: string;
    readonly verdict: string;
    readonly correctedBy: string | null;
  }[];
};
type Program = Awaited<ReturnType<typeof openProgram>>;

/** What the program of a firm does: REST, and EPCIS with one verdict for each event. */
async function openProgram(request: APIRequestContext, key: string, name: string) {
  const headers = { authorization: `Bearer ${key}` };
  const send = (method: string, path: string, data?: object) =>
    request.fetch(`/api/v1${path}`, { method, headers, ...(data && { data }) });
  const rest = async (method: string, path: string, data?: object): Promise<Answer> => {
    const answer = await send(method, path, data);
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return answer.json();
  };
  const status = async (method: string, path: string, data?: object) =>
    (await send(method, path, data)).status();
  const { items } = await rest("GET", `/organizations?q=${encodeURIComponent(name)}`);
  const publicId = items.find(({ nameZh }) => nameZh.startsWith(name))?.publicId ?? "";
  const tell = async (events: readonly Omit<CustodyEvent, "by">[], declared?: string) => {
    const now = new Date().toISOString();
    const eventList = events.map((event) =>
      toEpcis({
        ...{ event: { ...event, by: publicId }, province: "36", recordedAt: now },
        ...(declared && { declares: { at: now, reason: declared } }),
      }),
    );
    const document = {
      ...{ "@context": epcisContext, type: "EPCISDocument", schemaVersion: "2.0", creationDate: now },
      epcisBody: { eventList },
    };
    const sent = await request.post("/api/epcis/v2/capture", {
      headers: {
        ...headers,
        "content-type": "application/ld+json",
        "gs1-capture-error-behaviour": "proceed",
      },
      data: JSON.stringify(document),
    });
    expect(sent.status(), await sent.text()).toBe(202);
    let answers: readonly string[] = [];
    await expect(async () => {
      const job = await (await request.get(sent.headers().location ?? "", { headers })).json();
      expect(job.running).toBe(false);
      answers = job.answers.map(({ verdict }: { verdict: string }) => verdict);
    }).toPass({ timeout: 60_000 });
    return answers;
  };
  return { publicId, rest, status, tell };
}
