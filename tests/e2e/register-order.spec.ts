import { recordWords } from "@lilink/i18n";
import { expect, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

/** Opens in this order: the register's path and name, and its column with the direction. */
const opened = [
  ["deposits", "deposit", "resource", "descending"],
  ["policy-events", "policyEvent", "happenedOn", "descending"],
  ["standards", "standard", "title", "ascending"],
] as const;

test("[RG7] lists open in the order that the arrow at a heading says, and a press turns it", async ({
  page,
  at,
  language,
  expectAccessible,
}) => {
  const t = wordsOf(language);
  for (const [path, name, field, direction] of opened) {
    const words = recordWords(name, language);
    await page.goto(at(`/${path}`));
    const sorted = page.locator("main thead th[aria-sort]");
    await expect(sorted).toHaveAttribute("aria-sort", direction);
    await expect(sorted).toHaveText(`${words.field(field)}\u00a0${direction === "ascending" ? "↑" : "↓"}`);
  }
  await page.goto(at("/deposits"));
  const words = recordWords("deposit", language);
  // The map above has a table of its own.
  const list = page.getByRole("table", { name: words.title, exact: true });
  const first = list.locator("tbody tr").first();
  await expect(first).toContainText(/阿塔卡玛|Atacama/);
  await expectAccessible(page);
  await page.locator("main thead th[aria-sort]").getByRole("link").click();
  await expect(page.locator("main thead th[aria-sort]")).toHaveAttribute("aria-sort", "ascending");
  await expect(first).not.toContainText(/阿塔卡玛|Atacama/);

  // A phone has no headings, so it says the order in words.
  await page.setViewportSize({ width: 375, height: 740 });
  await page.goto(at("/deposits"));
  await expect(
    page.getByText(t("register", "list.fallingBy", { field: words.field("resource") })),
  ).toBeVisible();
});
