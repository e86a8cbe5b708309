import { expect, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

test("@matrix [BO5] the board shows every goal as a mark, and each figure leads to what it counts", async ({
  as,
  at,
  language,
}) => {
  const t = wordsOf(language);
  const page = await as("officer@group.example");
  await page.goto(at("/board"));
  const matrix = page.getByRole("table", { name: t("board", "goals.matrix") });
  const goals = await matrix
    .locator('a[href*="/goals/G"]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname.split("/").at(-1)));
  expect([goals.length, new Set(goals).size]).toEqual([35, 35]);

  const legend = page.getByRole("main").locator('a[href*="/goals?status="]');
  const counts = (await legend.allTextContents()).map((text) => Number(/\d+$/.exec(text)?.[0]));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(35);

  const steps = page.getByRole("main").locator("li a[href^='#']");
  await expect(steps).toHaveCount(5);
  for (const step of await steps.all()) {
    await step.click();
    await expect(page.locator(":target")).toBeInViewport();
  }

  await legend.first().click();
  await page.waitForURL(/status=/);
  const listed = page.getByRole("main").locator('a[href*="/goals/G"]');
  const readListed = () =>
    listed.evaluateAll((links) => new Set(links.map((one) => (one as HTMLAnchorElement).pathname)).size);
  await expect.poll(readListed).toBe(counts[0]);
});

test("the board fills the projector at a key, and gives it back", async ({ as, at, language }) => {
  const t = wordsOf(language);
  const page = await as("secretary@group.example");
  await page.goto(at("/board"));
  const menu = page.getByRole("navigation").first();
  await expect(menu).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("p");
    await expect(page.getByRole("button", { name: t("board", "presentEnd") })).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
  await expect(menu).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(menu).toBeVisible();
});
