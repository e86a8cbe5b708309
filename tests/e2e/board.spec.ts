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
  await expect(page.getByRole("main").locator("time").first()).toHaveText(/^\d\d:\d\d$/);
  await page.keyboard.press("Escape");
  await expect(menu).toBeVisible();
});

test("what is long is folded on a phone, whole on a wide screen and on paper, and opened by a link to it", async ({
  as,
  at,
  language,
}) => {
  const t = wordsOf(language);
  const page = await as("officer@group.example");
  const opened = page
    .locator("#claim")
    .getByText(t("machine", "step.claim.approve"), { exact: false })
    .first();
  const claim = page.locator("summary").filter({ hasText: t("machine", "name.claim") });
  const map = page.locator("#provinces");
  await page.goto(at("/batteries/oversight"));
  await expect(map).toBeVisible();
  await page.setViewportSize({ width: 375, height: 740 });
  await expect(map).toBeHidden();

  await page.goto(at("/board/states"));
  await expect(opened).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(opened).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await claim.click();
  await expect(opened).toBeVisible();
  await page.goto("about:blank");
  await page.goto(`${at("/board/states")}#claim`);
  await expect(opened).toBeVisible();

  await page.goto(at("/batteries/oversight"));
  const rows = page.locator(".ten-on-phone tbody tr");
  const all = page.locator(".ten-on-phone summary");
  await expect(rows.filter({ visible: true })).toHaveCount(10);
  await all.click();
  await expect(rows.filter({ visible: true })).toHaveCount(await rows.count());

  // What is folded takes its heading with it.
  await page.goto(at("/board/market"));
  await expect(rows.filter({ visible: true }).last().getByRole("cell").first()).toBeVisible();
});

test("[BO6] officers read how fast they decide, and no regulator does", async ({ as, at, language }) => {
  const t = wordsOf(language);
  const pace = t("board", "pace.title");
  const officer = await as("officer@group.example");
  await officer.goto(at("/board"));
  await expect(officer.getByRole("table", { name: pace }).getByRole("row")).toHaveCount(4);
  const regulator = await as("regulator36@gov.example");
  await regulator.goto(at("/board"));
  await expect(regulator.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(regulator.getByRole("heading", { name: pace })).toHaveCount(0);
});
