import { writeCode } from "@lilink/model/trace/code";
import { expect, test } from "./fixtures.ts";
import { tellEvent } from "./tell-event.ts";
import { wordsOf } from "./words.ts";

test("[TR5] whoever pastes codes reads each place of them, and why one is refused", async ({
  page,
  at,
  language,
}) => {
  const t = wordsOf(language);
  await page.goto(at("/batteries/codes"));
  await page
    .getByLabel(t("battery", "lab.input"), { exact: true })
    .fill("ZZ1PE01A1B2C3DC5H0000001\nZZ1PE01A1B2C3DI5H0000001");
  const rows = page.getByRole("main").getByRole("row");
  await expect(rows.filter({ hasText: "ZZ1PE01A1B2C3DC5H0000001" })).toContainText(
    t("battery", "lab.accept"),
  );
  const refused = rows.filter({ hasText: "ZZ1PE01A1B2C3DI5H0000001" });
  await expect(refused).toContainText(t("battery", "lab.reject"));
  await expect(refused).toContainText(t("battery", "lab.fault.character", { place: 15 }));
});

test("a maker files a battery and reports its making; a stranger finds nothing at its address", async ({
  as,
  at,
  allowConsole,
  language,
}) => {
  allowConsole(/404/);
  const t = wordsOf(language);
  const code = `ZZ1PB01A1B2C3DA5H${1_000_000 + Math.floor(Math.random() * 8_000_000)}`;
  const maker = await as("editor@cell.example");
  await maker.goto(at("/batteries/file"));
  const units = maker.getByLabel(t("battery", "list.file.rows"), { exact: true });
  const faulty = "no code\nZZ1PB01A1B2C3DA5H0000001,,about 52";
  await units.fill(`${code},,52.5,375\n${faulty}`);
  await maker.getByRole("button", { name: t("battery", "list.file.send"), exact: true }).click();
  // The right row is taken, those at fault stay to be mended.
  await expect(units).toHaveValue(faulty);
  await maker.goto(at(`/batteries/${code}`));
  await maker.getByLabel(t("battery", "life.report.verb"), { exact: true }).selectOption("make");
  // The day that the code itself tells.
  await maker.getByLabel(t("battery", "life.report.at"), { exact: true }).fill("2020-05-17");
  await maker.getByRole("button", { name: t("battery", "life.report.send"), exact: true }).click();
  const life = maker.getByRole("row").filter({ hasText: t("battery", "verb.make") });
  await expect(life).toBeVisible();
  await expect(maker.getByText(t("battery", "state.made"), { exact: true }).first()).toBeVisible();

  const stranger = await as("buyer@cathode.example");
  const answer = await stranger.goto(at(`/batteries/${code}`));
  expect(answer?.status()).toBe(404);
  await stranger.goto(at("/batteries"));
  await expect(stranger.getByRole("main")).not.toContainText(code);
});

test("[TR17] a collector orders what waits by its day and confirms two hand-overs at once", async ({
  as,
  at,
  language,
  expectAccessible,
}) => {
  const t = wordsOf(language);
  const start = 1_000_000 + Math.floor(Math.random() * 8_000_000);
  const packs = [start, start + 1].map((serial) =>
    writeCode({
      ...({ vendor: "ZZ1", product: "P", batteryType: "B", specification: "01", trace: "A1B2C3D" } as const),
      ...{ madeOn: "2020-05-17", serial },
    }),
  );
  const car = await as("data@vehicle.example");
  for (const code of packs) {
    await car.goto(at("/batteries/report"));
    const fields = { vehicle: "V-9", province: "36" };
    await tellEvent(car, { code, verb: "fit", on: "2020-06-01", fields, verdict: "gap" }, t);
    await tellEvent(car, { verb: "retire", on: "2026-09-01", fields: { vehicle: "V-9" } }, t);
    const hand = { verb: "transfer", on: "2026-11-30", to: "羊城电池收集中心" } as const;
    await tellEvent(car, { ...hand, fields: { province: "36" } }, t);
  }
  const clerk = await as("clerk@collect.example");
  const row = (code: string) =>
    clerk
      .getByRole("row")
      .filter({ hasText: code })
      .filter({ hasText: t("oversight", "kind.handover") });
  await expect(async () => {
    await clerk.goto(at("/batteries?by=-on&most=100"));
    for (const code of packs) await expect(row(code)).toHaveCount(1, { timeout: 2000 });
  }).toPass();
  await expect(
    clerk.getByRole("columnheader", { name: t("oversight", "column.on") }).first(),
  ).toHaveAttribute("aria-sort", "descending");
  for (const code of packs) await row(code).getByRole("checkbox").check();
  const bar = clerk.getByRole("region", { name: t("battery", "list.confirm.label"), exact: true });
  await bar.getByRole("button", { name: t("battery", "list.confirm.act"), exact: true }).click();
  const dialog = clerk.getByRole("dialog");
  await expectAccessible(clerk);
  await dialog.getByRole("button", { name: t("battery", "list.confirm.act"), exact: true }).click();
  await expect(bar.getByRole("status")).toContainText(t("battery", "list.confirm.done", { done: 2 }));
  for (const code of packs) await expect(row(code)).toHaveCount(0);
});
