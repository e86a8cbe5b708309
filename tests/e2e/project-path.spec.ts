import { expect, test } from "./fixtures.ts";
import { shanghaiDay } from "./shanghai.ts";
import { wordsOf } from "./words.ts";

test("[PJ1] [PJ2] [PJ3] [PJ4] a missed milestone is planned again, put in order, and the project says what holds its end", async ({
  as,
  at,
  language,
  allowConsole,
  expectAccessible,
}) => {
  // The circle is refused on purpose.
  allowConsole(/status of 400/);
  const t = wordsOf(language);
  const lead = await as("editor@laboratory.example");
  await lead.goto(at("/fund"));
  await lead
    .getByRole("link", { name: /固固界面应力与裂纹/ })
    .first()
    .click();
  await lead.waitForURL(/\/fund\/awards\//);
  const table = lead.getByRole("table", { name: t("fund", "project.milestones") });
  const row = (title: string) => table.getByRole("row").filter({ hasText: title });
  await expect(lead.getByRole("heading", { name: t("fund", "path.title"), exact: true })).toBeVisible();
  await expect(lead.getByText(t("fund", "path.p80"), { exact: true })).toBeVisible();
  await expectAccessible(lead);

  // The missed one comes back with another day; what was promised first stays.
  const missed = row("应力测量方法").first();
  const promised = await missed.getByRole("cell").nth(0).textContent();
  await missed.getByRole("button", { name: t("fund", "project.again"), exact: true }).click();
  const again = lead.getByRole("dialog");
  await again.getByLabel(t("fund", "project.dueOn"), { exact: true }).fill(shanghaiDay(120));
  await again.getByLabel(t("fund", "project.why")).fill("A second sensor is there.");
  await again.getByRole("button", { name: t("fund", "project.again"), exact: true }).click();
  await expect(again).toHaveCount(0);
  await expect(missed.getByText(t("fund", "milestoneState.planned"), { exact: true })).toBeVisible();
  await expect(missed.getByText(/A second sensor is there\./)).toBeVisible();
  expect(await missed.getByRole("cell").nth(0).textContent()).toBe(promised);

  // The next one waits for it already: the other way round would be a circle.
  await missed.getByRole("button", { name: t("fund", "path.order"), exact: true }).click();
  const order = lead.getByRole("dialog");
  await order.getByLabel("裂纹统计").check();
  await order.getByRole("button", { name: t("fund", "path.save"), exact: true }).click();
  await expect(order.getByText(/应力测量方法 → 裂纹统计 → 应力测量方法/)).toBeVisible();
  await order.getByLabel("裂纹统计").uncheck();
  await order.getByLabel(t("fund", "path.short"), { exact: true }).fill("400");
  await order.getByLabel(t("fund", "path.likely"), { exact: true }).fill("500");
  await order.getByLabel(t("fund", "path.long"), { exact: true }).fill("700");
  await expectAccessible(lead);
  await order.getByRole("button", { name: t("fund", "path.save"), exact: true }).click();
  await expect(order).toHaveCount(0);
  await expect(
    missed.getByText(t("fund", "path.pointsOf", { short: 400, likely: 500, long: 700 })),
  ).toBeVisible();
  await expect(missed.getByText(t("fund", "path.critical"), { exact: true })).toBeVisible();
  await expect(row("裂纹统计").getByText(t("fund", "path.critical"), { exact: true })).toBeVisible();
});
