import { expect, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

test("@matrix [SE8] a figure among the words finds what the words find, and can be taken back", async ({
  as,
  at,
  language,
  expectAccessible,
}) => {
  const t = wordsOf(language);
  const page = await as("buyer@cathode.example");
  await page.goto(at(`/postings?q=${encodeURIComponent("碳酸锂 磁性异物 ≤ 20 ppb")}`));
  const titles = page.getByRole("main").locator("[data-lead] a");
  await expect(titles.first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: t("search", "take", { label: "磁性异物 ≤ 20 ppb" }) }).click();
  await expect(page.locator("#q")).toHaveValue("碳酸锂");
  await expect(titles.first()).toBeVisible();
});

test("the search that a key opened gives the focus back", async ({ page, at }) => {
  await page.goto(at("/chain"));
  const link = page.getByRole("main").getByRole("link").first();
  await link.focus();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(link).toBeFocused();
});

test("a visitor whom a letter led to a closed page comes back to it after signing in", async ({
  page,
  at,
  allowConsole,
}) => {
  allowConsole(/404/);
  await page.goto(at("/nowhere/else"));
  await page.getByRole("main").getByRole("link").first().click();
  await page.waitForURL(/next=%2Fnowhere%2Felse/);
});

test("a new posting asks for its text and its kind before it begins", async ({ as, at, language }) => {
  const t = wordsOf(language);
  const page = await as("editor@fluorine.example");
  await page.goto(at("/postings/new"));
  await page.getByRole("button", { name: t("posting", "new.start") }).click();
  await expect(page.locator("#posting-kind-error")).toBeVisible();
  // The text is missing as well, and it comes first: with it the kind is proposed.
  await expect(page.locator("#paste-text")).toBeFocused();
  await page.getByRole("radio", { name: new RegExp(`^${t("posting", "kind.project")}`) }).check();
  await expect(page.locator("#posting-kind-error")).toBeHidden();
});

test("@matrix [SE5] columns, row height and order of the list are chosen by keys, and kept", async ({
  as,
  at,
  language,
  expectAccessible,
}) => {
  const t = wordsOf(language);
  const page = await as("buyer@cathode.example");
  await page.goto(at("/postings"));
  const main = page.getByRole("main");
  const cells = (column: string) => main.locator(`tbody td[data-label="${t("search", `column.${column}`)}"]`);
  await expect(cells("kind").first()).toBeAttached();
  await expect(cells("validUntil")).toHaveCount(0);
  await main.getByRole("button", { name: t("common", "table.choice") }).focus();
  await page.keyboard.press("Enter");
  await expectAccessible(page);
  await main.getByRole("checkbox", { name: t("search", "column.kind") }).focus();
  await page.keyboard.press("Space");
  await main.getByRole("checkbox", { name: t("search", "column.validUntil") }).focus();
  await page.keyboard.press("Space");
  await main.getByRole("radio", { name: t("common", "table.densities.normal") }).focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Escape");
  await expect(main.getByRole("button", { name: t("common", "table.choice") })).toBeFocused();
  await expect(cells("kind")).toHaveCount(0);
  await expect(cells("validUntil").first()).toBeAttached();
  await page.goto(at("/postings?sort=ending"));
  await expect(cells("kind")).toHaveCount(0);
  await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
  await expect(main.locator("thead th[aria-sort=ascending]")).toHaveText(
    new RegExp(t("search", "column.validUntil")),
  );
});
