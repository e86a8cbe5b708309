import { expect, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

test("the counts of the goals are their filter, and each choice leaves as many as it says", async ({
  page,
  at,
  language,
}) => {
  const t = wordsOf(language);
  await page.goto(at("/goals"));
  const listed = page.getByRole("main").locator('td a[href*="/goals/G"]');
  await expect(listed).toHaveCount(35);
  const choose = async (group: string, choice: RegExp) => {
    const link = page
      .getByRole("navigation", { name: group, exact: true })
      .getByRole("link", { name: choice });
    const count = Number(await link.locator(".tabular-nums").textContent());
    await link.click();
    await expect(link).toHaveAttribute("aria-current", "true");
    await expect(listed).toHaveCount(count);
    return count;
  };
  const missed = await choose(t("goal", "filter.status"), new RegExp(t("standing", "status.missed")));
  const closed = await choose(t("goal", "filter.horizon"), /^2025/);
  expect(closed).toBe(missed);
  await expect(page).toHaveURL(/status=missed/);
  const marks = page
    .getByRole("main")
    // Said once for each goal; the word that is seen stands beside it in two places, for wide and narrow pages.
    .locator("td .sr-only")
    .getByText(t("standing", "status.missed"), { exact: true });
  await expect(marks).toHaveCount(missed);
  expect(await choose(t("goal", "filter.origin"), new RegExp(t("goal", "origin.seed")))).toBeGreaterThan(0);
});

test("whoever looks for the own organization on the first page finds it in the directory", async ({
  page,
  at,
  language,
}) => {
  const t = wordsOf(language);
  await page.goto(at("/"));
  await page.getByLabel(t("home", "find.title"), { exact: true }).fill("云岚");
  await page.getByRole("button", { name: t("home", "find.search"), exact: true }).click();
  await page.waitForURL(/\/organizations\?q=/);
  await expect(
    page
      .getByRole("main")
      .getByRole("link", { name: /云岚|Yunlan/ })
      .first(),
  ).toBeVisible();
});
