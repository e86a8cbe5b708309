import { writeCode } from "@lilink/model/trace/code";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { tellEvent } from "./tell-event.ts";
import { wordsOf } from "./words.ts";

const pack = writeCode({
  ...({ vendor: "ZZ1", product: "P", batteryType: "B", specification: "01", trace: "A1B2C3D" } as const),
  ...{ madeOn: "2020-05-17", serial: 1_000_000 + Math.floor(Math.random() * 8_000_000) },
});

test("[TR27] [TR28] a receiver denies a hand-over, the other side holds to it, and officers decide", async ({
  as,
  at,
  language,
  expectAccessible,
}) => {
  const t = wordsOf(language);
  const open = (page: Page) => page.goto(at(`/batteries/${pack}`));
  const row = (page: Page, kind: string) =>
    page
      .getByRole("row")
      .filter({ hasText: t("oversight", `kind.${kind}`) })
      .filter({ hasText: pack });
  const press = async (page: Page, within: ReturnType<Page["locator"]>, key: string, reason: string) => {
    const label = t("battery", `denial.${key}`);
    await within.getByRole("button", { name: label, exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(t("common", "reason.label")).fill(reason);
    await expectAccessible(page);
    await dialog.getByRole("button", { name: label, exact: true }).click();
    await expect(dialog).toHaveCount(0);
  };
  /** An open item is on its desk a moment after the event where batteries stand on a server of their own. */
  const expectWaiting = (page: Page, path: string, kind: string) =>
    expect(async () => {
      await page.goto(at(path));
      await expect(row(page, kind)).toHaveCount(1, { timeout: 2000 });
    }).toPass();

  const car = await as("data@vehicle.example");
  await car.goto(at("/batteries/report"));
  const vehicle = { vehicle: "V-7", province: "36" };
  await tellEvent(car, { code: pack, verb: "fit", on: "2020-06-01", fields: vehicle, verdict: "gap" }, t);
  await tellEvent(car, { verb: "retire", on: "2026-09-01", fields: { vehicle: "V-7" } }, t);
  const hand = { verb: "transfer", on: "2026-09-03", to: "羊城电池收集中心" } as const;
  await tellEvent(car, { ...hand, fields: { province: "36" } }, t);

  const clerk = await as("clerk@collect.example");
  await clerk.setViewportSize({ width: 375, height: 740 });
  await expectWaiting(clerk, "/batteries", "handover");
  await press(clerk, row(clerk, "handover"), "deny", "No lorry came on that day.");
  await expect(row(clerk, "handover")).toHaveCount(0);

  await open(car);
  const workOf = (page: Page) =>
    page.getByRole("region", { name: t("battery", "life.work.title"), exact: true });
  const work = workOf(car);
  await expect(work).toContainText(t("oversight", "kind.denied"));
  await expect(work).toContainText("No lorry came on that day.");
  await press(car, work, "uphold", "Slip 7 is signed.");
  await expect(work).toContainText(t("oversight", "kind.disputed"));

  const officer = await as("officer@group.example");
  await expectWaiting(officer, "/batteries/oversight?kind=disputed", "disputed");
  await expect(row(officer, "disputed")).toContainText("No lorry came on that day.");
  await expect(row(officer, "disputed")).toContainText("Slip 7 is signed.");
  await press(officer, row(officer, "disputed"), "sideOf.giver", "The slip bears the stamp of the centre.");
  await expect(row(officer, "disputed")).toHaveCount(0);

  await expectWaiting(clerk, "/batteries", "handover");
  await expect(row(clerk, "handover")).toContainText("The slip bears the stamp of the centre.");
  await expect(
    row(clerk, "handover").getByRole("button", { name: t("battery", "denial.deny"), exact: true }),
  ).toHaveCount(0);
  await open(clerk);
  await tellEvent(clerk, { verb: "collect", on: "2026-09-10", fields: { province: "36" } }, t);
  await expect(workOf(clerk)).not.toContainText(t("oversight", "kind.handover"));
});
