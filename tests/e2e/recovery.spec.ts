import { writeCode } from "@lilink/model/trace/code";
import type { Page } from "@playwright/test";
import { openBatch } from "./fill-batch.ts";
import { expect, test } from "./fixtures.ts";
import { tellEvent } from "./tell-event.ts";
import { wordsOf } from "./words.ts";

const serial = 1_000_000 + Math.floor(Math.random() * 8_000_000);
const pack = writeCode({
  ...({ vendor: "ZZ1", product: "P", batteryType: "B", specification: "01", trace: "A1B2C3D" } as const),
  ...{ madeOn: "2020-05-17", serial },
});
/** What the pack is called in its second use. */
const second = writeCode({
  ...({ vendor: "ZZ2", product: "P", batteryType: "B", specification: "07", trace: null } as const),
  ...{ madeOn: "2026-10-20", serial },
});

test("[TR10] [TR16] [TR17] [TR78] seven people follow one pack from its vehicle to salt", async ({
  as,
  at,
  language,
  expectAccessible,
}) => {
  const t = wordsOf(language);
  const open = (page: Page, code: string) => page.goto(at(`/batteries/${code}`));
  const waiting = (page: Page, kind: string) =>
    page
      .getByRole("row")
      .filter({ hasText: t("oversight", `kind.${kind}`) })
      .filter({ hasText: pack });
  /** An open item is on its desk a moment after the event where batteries stand on a server of their own. */
  const expectWaiting = (page: Page, kind: string, count: number) =>
    expect(async () => {
      await page.goto(at("/batteries"));
      await expect(waiting(page, kind)).toHaveCount(count, { timeout: 2000 });
    }).toPass();

  const maker = await as("editor@cell.example");
  await maker.goto(at("/batteries/file"));
  await maker.getByLabel(t("battery", "list.file.rows"), { exact: true }).fill(`${pack},,52.5,375`);
  await maker.getByRole("button", { name: t("battery", "list.file.send"), exact: true }).click();
  await expect(maker.getByLabel(t("battery", "list.file.rows"), { exact: true })).toHaveValue("");
  await open(maker, pack);
  await tellEvent(maker, { verb: "make", on: "2020-05-17" }, t);

  // The data officer of the car maker types a wrong vehicle, and somebody else claims the same pack.
  const car = await as("data@vehicle.example");
  await car.goto(at("/batteries/report"));
  const fit = { code: pack, verb: "fit", on: "2020-06-01" } as const;
  await tellEvent(car, { ...fit, fields: { vehicle: "V-WRONG", province: "36" } }, t);
  const other = await as("admin@salt.example");
  await other.goto(at("/batteries/report"));
  const claim = { ...fit, on: "2020-07-01", fields: { vehicle: `X-${serial}`, province: "36" } };
  await tellEvent(other, { ...claim, verdict: "conflict" }, t);
  await open(car, pack);
  await expect(car.getByRole("row").filter({ hasText: t.day("2020-07-01") })).toContainText(
    t("battery", "verdict.conflict"),
  );
  await test.step("the car maker corrects the vehicle, and the first account stays", async () => {
    await expect(car.locator("#correct-vehicle")).toHaveValue("V-WRONG");
    await car.locator("#correct-vehicle").fill(`V-${serial}`);
    await car.locator("#correct-proof").fill("Workshop slip 7");
    await car.getByRole("button", { name: t("battery", "life.correct.send"), exact: true }).click();
    const why = t("battery", "life.correct.reason.incorrect_data");
    await expect(car.getByRole("row").filter({ hasText: why })).toContainText(t.day("2020-06-01"));
    await expect(car.getByRole("row").filter({ hasText: t.day("2020-06-01") })).toHaveCount(3);
  });
  await tellEvent(car, { verb: "retire", on: "2026-09-01", fields: { vehicle: `V-${serial}` } }, t);
  await tellEvent(
    car,
    { verb: "transfer", on: "2026-09-03", to: "羊城电池收集中心", fields: { province: "36" } },
    t,
  );

  const clerk = await as("clerk@collect.example");
  await clerk.setViewportSize({ width: 375, height: 740 });
  await expectWaiting(clerk, "handover", 1);
  await waiting(clerk, "handover").getByRole("link", { name: pack, exact: true }).click();
  await clerk.waitForURL(`**/batteries/${pack}`);
  await tellEvent(clerk, { verb: "collect", on: "2026-09-10", fields: { province: "36" } }, t);
  await expectAccessible(clerk);
  await expectWaiting(clerk, "handover", 0);

  const tester = await as("editor@laboratory.example");
  await tester.goto(at("/batteries/tests"));
  await tester.getByText(t("residual", "tests.file"), { exact: true }).click();
  for (const [field, value] of [
    ["code", pack],
    ["testedOn", "2026-10-08"],
    ["energyShare", "76.5"],
    ["u", "2"],
  ] as const)
    await tester.locator(`#test-${field}`).fill(value);
  await tester.getByRole("button", { name: t("residual", "tests.fileSend"), exact: true }).click();
  await expect(tester.getByRole("row").filter({ hasText: pack })).toContainText(
    t("residual", "tests.recode"),
  );

  await open(clerk, pack);
  await expect(clerk.getByRole("main")).toContainText(t("battery", "life.test.accredited"));
  await tellEvent(clerk, { verb: "transfer", on: "2026-10-12", to: "鹭岛梯次储能" }, t);

  const cascade = await as("editor@cascade.example");
  await open(cascade, pack);
  await expect(cascade.getByRole("main")).toContainText(t("residual", "tests.recode"));
  await tellEvent(cascade, { verb: "recode", on: "2026-10-20", fields: { code: second } }, t);
  await open(cascade, second);
  // Home storage comes third: who skips a step says why.
  await tellEvent(
    cascade,
    { verb: "deploy", on: "2026-10-28", fields: { step: "3", province: "35" }, verdict: "needs_reason" },
    t,
  );
  const deploy = cascade.locator("#correct-which option").filter({ hasText: "2026-10-28" });
  await cascade.locator("#correct-which").selectOption((await deploy.getAttribute("value")) ?? "");
  await cascade.locator("#correct-reason").fill("No station of steps 1 and 2 within 500 km.");
  await cascade.getByRole("button", { name: t("battery", "life.correct.send"), exact: true }).click();
  await expect(
    cascade
      .getByRole("row")
      .filter({ hasText: t.day("2026-10-28") })
      .filter({ hasText: "500 km" }),
  ).toContainText(t("battery", "verdict.ok"));
  await tellEvent(cascade, { verb: "withdraw", on: "2026-11-10" }, t);
  await tellEvent(cascade, { verb: "transfer", on: "2026-11-12", to: "荆门循环再生" }, t);

  const recycler = await as("editor@recycler.example");
  await open(recycler, second);
  await tellEvent(recycler, { verb: "scrap", on: "2026-11-15", fields: { reason: "Worn out" } }, t);
  const number = `S-${serial}`;
  await tellEvent(recycler, { verb: "batch_in", on: "2026-11-16", fields: { batch: number } }, t);
  await balance(recycler, at, number, t);
  const batch = recycler.url();
  await open(recycler, second);
  await tellEvent(recycler, { verb: "batch_out", on: "2026-11-20", fields: { batch: number } }, t);
  await expect(recycler.getByText(t("battery", "state.recovered"), { exact: true }).first()).toBeVisible();

  const regulator = await as("regulator36@gov.example");
  await regulator.goto(at("/batteries/oversight?kind=conflict"));
  // The list goes page by page: what is late first, then the newest.
  const found = regulator.getByRole("row").filter({ hasText: pack }).first();
  while ((await found.count()) === 0) {
    const before = regulator.url();
    await regulator.getByRole("link", { name: t("common", "table.next"), exact: true }).click();
    await regulator.waitForURL((url) => url.href !== before);
  }
  await found.getByRole("link").first().click();
  await expect(regulator.getByRole("main")).toContainText("羊城电池收集中心");
  await regulator.goto(at("/batteries/corrections"));
  await expect(regulator.getByRole("row").filter({ hasText: pack })).toContainText("Workshop slip 7");

  const officer = await as("officer@group.example");
  await officer.goto(batch);
  await officer.getByRole("button", { name: t("batch", "step.audit"), exact: true }).click();
  const dialog = officer.getByRole("dialog");
  await dialog.getByRole("textbox").fill("称重单与化验单一致 / slips and assays agree.");
  await dialog.getByRole("button", { name: t("batch", "step.audit"), exact: true }).click();
  await expect(officer.getByText(t("batch", "state.audited"), { exact: true }).first()).toBeVisible();
  await officer.goto(at("/batteries/corrections"));
  await expect(officer.getByRole("row").filter({ hasText: second })).toContainText("鹭岛梯次储能");
});

/** Opens a batch with the battery, is refused until every stream is named, and balances it. */
async function balance(
  page: Page,
  at: (path: string) => string,
  number: string,
  t: ReturnType<typeof wordsOf>,
) {
  const { row, save } = await openBatch(page, at, number, t);
  await row("input", 1, { kind: "code", name: second, kg: "375", assay: "Li 1.3" });
  await row("product", 1, { name: "Li2CO3", kg: "24", assay: "Li 18.79" });
  await row("waste", 1, { kind: "process_liquor", name: "W-1", kg: "341", assay: "Li 0.1" });
  await save();
  await page.getByRole("button", { name: t("batch", "step.close"), exact: true }).click();
  const lacks = t("batch", "page.missing", { step: t("batch", "step.balance"), count: 3 });
  await expect(page.getByRole("button", { name: lacks, exact: true })).toBeDisabled();
  await row("waste", 2, { kind: "electrolyte", name: "W-2", kg: "10" });
  await row("waste", 3, { kind: "hydrogen_fluoride", name: "W-3", kg: "0" });
  await save();
  await page.getByRole("button", { name: t("batch", "step.balance"), exact: true }).click();
  await expect(page.getByText(t("batch", "state.balanced"), { exact: true }).first()).toBeVisible();
}
