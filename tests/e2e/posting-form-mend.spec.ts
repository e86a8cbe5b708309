import { expect, test } from "./fixtures.ts";
import { pasteNeed } from "./paste-need.ts";
import { wordsOf } from "./words.ts";

const rows = "[data-rove][id^=posting-figures-]";

test("[PO2] a figure that is read as a power of ten is taken, shown and edited as one", async ({
  as,
  at,
  language,
}) => {
  const t = wordsOf(language);
  const page = await as("editor@brine.example");
  await pasteNeed(page, at, t, "求购硫化物固态电解质，离子电导率不低于 1e-9 S/cm，试样 1 kg。");
  const row = page.locator("#posting-figures-0");
  await expect(row).toHaveAttribute("aria-label", /1×10⁻⁹/);
  await row.press("Enter");
  const value = page.locator("#posting-figures-0-value");
  await value.fill("2×10⁻⁹");
  await page.keyboard.press("Control+Enter");
  await expect(value).not.toHaveAttribute("aria-invalid");
  await value.press("Enter");
  await expect(row).toHaveAttribute("aria-label", /2×10⁻⁹/);
});

test("[PO11] [PO18] each removal takes what it quotes, and undo reaches each of them", async ({
  as,
  at,
  language,
}) => {
  const t = wordsOf(language);
  const page = await as("editor@brine.example");
  const text = "手上现货三元黑粉 80 吨，镍含量不低于 18%，后面每月还能出 20 吨，加微信heifen888，可看样。";
  await pasteNeed(page, at, t, text);
  const list = page.getByRole("region", { name: t("posting", "doubt.list") });
  const told = page.locator("#posting-description");
  for (const quote of ["80 吨", "后面每月还能出 20 吨"])
    await list.getByRole("button", { name: t("posting", "form.takeOut", { quote }), exact: true }).click();
  await expect(list).toContainText("加微信heifen888");
  await list
    .getByRole("button", { name: t("posting", "form.takeOut", { quote: "加微信heifen888" }) })
    .click();
  await expect(told).toHaveText(/^手上现货三元黑粉，镍含量不低于 18%\d*，可看样。$/);
  await expect(page.getByText(t("posting", "form.textShortened"))).toBeVisible();
  const undo = page.getByRole("button", { name: new RegExp(t("posting", "form.undo", { what: "" }).trim()) });
  for (let left = 3; left > 0; left -= 1) await undo.click();
  await expect(undo).toHaveCount(0);
  await expect(told).toContainText("加微信heifen888");
  await expect(told).toContainText("80 吨");
});

test("[PO32] [PO16] another kind keeps the rows, and Esc gives a question back", async ({
  as,
  at,
  language,
}) => {
  const t = wordsOf(language);
  const page = await as("editor@brine.example");
  await pasteNeed(page, at, t, "求购铝系锂吸附剂，水分不高于 2%，磨损率不大于 3%，装填高度 1.2 m。");
  const asks = page.locator("[id^=posting-ask-]");
  const count = await asks.count();
  const before = await page.locator(rows).count();
  await asks
    .first()
    .getByRole("button", { name: t("posting", "form.otherFigure") })
    .click();
  await expect(page.getByPlaceholder(t("posting", "edit.searchAttribute"))).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(asks).toHaveCount(count);
  await expect(page.locator(rows)).toHaveCount(before);
  const title = await page.locator("#posting-title").inputValue();
  await page.locator("#posting-kind").click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("posting", "kind.capability"), exact: true })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(t("posting", "kind.capability"));
  await expect(page.locator(rows)).toHaveCount(before);
  await expect(page.locator("#posting-title")).not.toHaveValue("");
  await expect(page.locator("#posting-title")).not.toHaveValue(title);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(t("posting", "kind.capability"));
});

test("[PO16] [PO20] usual figures that nobody fills block nothing, and who waits for the review may match", async ({
  as,
  at,
  language,
}) => {
  const t = wordsOf(language);
  const page = await as("editor@brine.example");
  await page.goto(at("/postings/new"));
  await page.getByRole("button", { name: t("posting", "new.start") }).click();
  // The first thing that is missing has the focus, and a kind alone is enough to begin.
  await expect(page.locator("#paste-text")).toBeFocused();
  await expect(page.getByText(t("posting", "new.textMissing"))).toBeVisible();
  await page.getByRole("radio", { name: new RegExp(`^${t("posting", "kind.need")}`) }).check();
  await expect(page.getByText(t("posting", "new.textMissing"))).toHaveCount(0);

  await pasteNeed(page, at, t, "求购电池级碳酸锂，主含量不低于 99.5 %，供货合作，交货地点江西。");
  const before = await page.locator(rows).count();
  await page.locator("#posting-usual").click();
  await expect(page.getByText(t("posting", "form.unfilled")).first()).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await page.waitForURL((url) => !url.pathname.endsWith("/edit"));
  await expect(page.getByRole("heading", { name: t("posting", "form.try.title.reviewed") })).toBeVisible();
  await expect(
    page.getByRole("table", { name: t("posting", "body.figures") }).locator("tbody tr"),
  ).toHaveCount(before);
  await page.getByRole("button", { name: t("posting", "form.try.run") }).click();
  await expect(page.locator("#try-matches ~ div p").first()).toBeVisible();
  await page.getByRole("button", { name: t("posting", "detail.withdraw") }).click();
  await expect(page.getByText(t("posting", "detail.withdrawn"), { exact: true })).toBeVisible();
});
