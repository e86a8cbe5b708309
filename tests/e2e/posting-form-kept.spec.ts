import { expect, test } from "./fixtures.ts";
import { pasteNeed } from "./paste-need.ts";
import { wordsOf } from "./words.ts";

const need =
  "求购铝系锂吸附剂 120 吨，水分不高于 2%，工作吸附容量不低于 4.5 g/L，磨损率不大于 3%，装填高度 1.2 m。\n\n此致\n敬礼\n李建国\n电话 0979-8412345";

test("[PO29] a question that is left in the text is not asked again in another browser", async ({
  as,
  at,
  language,
}) => {
  const t = wordsOf(language);
  const page = await as("editor@brine.example");
  await pasteNeed(page, at, t, need);
  const asks = page.locator("[id^=posting-ask-]");
  await expect(asks.first()).toBeVisible();
  const before = await asks.count();
  const words = (await asks.first().getAttribute("aria-label")) ?? "";
  const saved = page.waitForResponse(
    (answer) =>
      answer.url().includes("posting.saveDraft") &&
      (answer.request().postData() ?? "").includes("leftInText"),
  );
  await asks
    .first()
    .getByRole("button", { name: t("posting", "form.leaveInText") })
    .click();
  await expect(asks).toHaveCount(before - 1);
  await saved;

  const other = await as("editor@brine.example");
  await other.goto(page.url());
  await expect(other.locator("[id^=posting-ask-]")).toHaveCount(before - 1);
  await expect(other.getByRole("group", { name: words, exact: true })).toHaveCount(0);
  // The last change can be undone, this one too.
  await page.getByRole("button", { name: t("posting", "form.undo", { what: "" }).trim() }).click();
  await expect(asks).toHaveCount(before);
});

test("[PO16] another figure opens its list with the focus in it, and no word that no figure of its unit has", async ({
  as,
  at,
  language,
}) => {
  const t = wordsOf(language);
  const page = await as("editor@brine.example");
  await pasteNeed(page, at, t, need);
  const ask = page.locator("[id^=posting-ask-]").filter({ hasText: "磨损率" });
  await ask.getByRole("button", { name: t("posting", "form.otherFigure") }).click();
  const search = page.getByPlaceholder(t("posting", "edit.searchAttribute"));
  await expect(search).toBeFocused();
  await expect(search).toHaveValue("");
  await expect(page.getByRole("listbox").getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.locator("[id^=posting-figures-][id$=-attribute]")).toBeFocused();
  await expect(page.locator("[id^=posting-figures-][id$=-value]")).toHaveValue("3");
});

test("[PO18] undo stands above the next question, and what it takes back leaves no list open", async ({
  as,
  at,
  language,
}) => {
  const t = wordsOf(language);
  const page = await as("editor@brine.example");
  await pasteNeed(page, at, t, need);
  const asks = page.locator("[id^=posting-ask-]");
  const ask = asks.filter({ hasText: "磨损率" });
  await ask.getByRole("button", { name: t("posting", "form.otherFigure") }).click();
  const figures = page.locator("#part-figures");
  await figures.getByRole("button", { name: t("posting", "form.undo", { what: "" }).trim() }).click();
  await expect(ask.locator("[data-rove]").first()).toBeFocused();
  await ask.getByRole("button", { name: t("posting", "form.leaveInText") }).click();
  await expect(ask).toHaveCount(0);
  await expect(
    figures.getByRole("button", { name: t("posting", "form.undo", { what: "" }).trim() }),
  ).toBeInViewport();
  await expect(page.locator("[id^=posting-figures-][id$=-attribute]")).toHaveCount(0);
  await expect(page.getByRole("listbox")).toHaveCount(0);
});

test("[PO16] a chosen concept fills rows at once, and an edited text loses no question", async ({
  as,
  at,
  language,
}) => {
  const t = wordsOf(language);
  const page = await as("editor@brine.example");
  await pasteNeed(page, at, t, "我厂采购一批材料，Na≤0.025%，堆高 7 m，年采购量3600吨。");
  const asks = page.locator("[id^=posting-ask-]");
  const amount = asks.filter({ hasText: "3600" });
  await expect(amount).toBeVisible();
  const count = await asks.count();
  await page.locator("#posting-text-switch").click();
  const text = page.locator("textarea#posting-description");
  await text.fill(`${await text.inputValue()}3.4 样品2kg。`);
  await page.locator("#posting-text-switch").click();
  await expect(page.getByRole("group", { name: t("posting", "form.part.text") })).toContainText("2kg");
  await expect(amount).toBeVisible();
  await expect(asks).toHaveCount(count);
  await page.locator("#posting-concept").click();
  await page.getByPlaceholder(t("posting", "edit.searchConcept")).fill("氢氧化锂");
  await page.keyboard.press("Enter");
  await expect(page.locator("#posting-volume")).toHaveAttribute("aria-label", /3,?600/);
  await expect(amount).toHaveCount(0);
});

test("[PO2] the days of the volume have names, and a year of five digits is refused with its mend", async ({
  as,
  at,
  language,
}) => {
  const t = wordsOf(language);
  const page = await as("editor@brine.example");
  await pasteNeed(page, at, t, need);
  await page.locator("#posting-volume").press("Enter");
  const from = page.getByLabel(t("posting", "field.from"), { exact: true });
  await expect(page.getByText(t("posting", "field.from"), { exact: true })).toBeVisible();
  await expect(page.getByText(t("posting", "field.to"), { exact: true })).toBeVisible();
  await from.fill("70101-01-01");
  await from.blur();
  const params = { field: t("posting", "field.from"), min: "1990", max: "2100" };
  await expect(page.getByText(t("error", "rule.yearOutOfRange", params))).toBeVisible();
  await from.fill("2027-01-01");
  await expect(page.getByText(t("error", "rule.yearOutOfRange", params))).toHaveCount(0);
});

test("[PO16] a time without its amount is added to the amount that it lacks", async ({
  as,
  at,
  language,
}) => {
  const t = wordsOf(language);
  const page = await as("editor@brine.example");
  await pasteNeed(page, at, t, "求购铝系锂吸附剂，水分不高于 2%，2027 年 6 月底前到厂。");
  await page
    .getByRole("button", { name: t("posting", "form.take", { words: "2027 年 6 月底", more: 0 }) })
    .click();
  await expect(page.locator("#posting-volume-amount")).toBeFocused();
  await expect(page.getByLabel(t("posting", "field.to"), { exact: true })).toHaveValue("2027-06-30");
});

test("[PO11] the signature of a mail is hinted at once and goes by one press", async ({
  as,
  at,
  language,
}) => {
  const t = wordsOf(language);
  const page = await as("editor@brine.example");
  await pasteNeed(page, at, t, need);
  const list = page.getByRole("region", { name: t("posting", "doubt.list") });
  await expect(list).toContainText("李建国");
  await list.getByRole("button", { name: t("posting", "form.takeOutSignature") }).click();
  await expect(list).not.toContainText("李建国");
  await expect(page.locator("#posting-description")).not.toContainText("8412345");
});

test("[PO16] Delete on the closed row of the volume takes the amount away, and it can be brought back", async ({
  as,
  at,
  language,
}) => {
  const t = wordsOf(language);
  const page = await as("editor@brine.example");
  await pasteNeed(page, at, t, need);
  const row = page.locator("#posting-volume");
  await row.press("Delete");
  await expect(row).toHaveCount(0);
  await page.getByRole("button", { name: t("posting", "form.undo", { what: "" }).trim() }).click();
  await expect(row).toBeVisible();
});

test("a box that was filled is no longer at fault, before anything is handed in again", async ({
  as,
  at,
  language,
}) => {
  const t = wordsOf(language);
  const page = await as("editor@brine.example");
  await pasteNeed(page, at, t, "求购电池级碳酸锂 20 吨，主含量不低于 99.5%。");
  await page.locator("#posting-figures-0").press("Enter");
  const value = page.locator("#posting-figures-0-value");
  await value.fill("");
  await page.keyboard.press("Control+Enter");
  await expect(value).toHaveAttribute("aria-invalid", "true");
  await value.fill("99.6");
  await expect(value).not.toHaveAttribute("aria-invalid");
});

test("[PO30] [PO29] [PO31] the text says its kind, a mixed one does not, and one press leaves every question", async ({
  as,
  at,
  language,
}) => {
  const t = wordsOf(language);
  const page = await as("editor@brine.example");
  await page.goto(at("/postings/new"));
  const text = page.getByLabel(t("posting", "paste.label"));
  const chosen = page.locator("input[name=kind]:checked");
  await text.fill("我司可供碳酸锂 50 吨，另求购锂辉石精矿 5000 吨。");
  await expect(page.getByText(/“求购”/)).toBeVisible();
  await expect(chosen).toHaveCount(0);
  await text.fill("碳酸锂 99.5 %，磁性异物 300 ppb。");
  await expect(page.getByText(t("posting", "new.kindUnread"))).toBeVisible();
  await text.fill("电碳 99.5 %，青海料，七万六一吨含税，10 吨起，不拆小单，先到先得");
  await expect(chosen).toHaveValue("capability");
  await expect(page.getByText(t("posting", "new.kindLikely", { kind: "capability" }))).toBeVisible();
  await text.fill("碳酸锂 99.5 %，磁性异物 300 ppb。");
  await expect(chosen).toHaveCount(0);
  await text.fill(
    "求购碳酸锂，主含量不低于 99.5 %，通过 IATF 16949，投标截止 2 月 10 日；堆高不超过 7 m，外宽不超过 9 mm，运距不超过 80 km。",
  );
  await expect(chosen).toHaveValue("need");
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(/\/edit/);
  const asks = page.locator("[id^=posting-ask-]");
  await expect(asks.first()).toBeVisible();
  const count = await asks.count();
  expect(count).toBeGreaterThan(1);
  await expect(page.locator("#posting-validDays")).not.toHaveValue("180");
  await expect(page.getByRole("link", { name: /^IATF 16949/ })).toBeVisible();
  await page.getByRole("button", { name: t("posting", "form.leaveAll", { count }) }).click();
  await expect(asks).toHaveCount(0);
  await page.getByRole("button", { name: new RegExp(t("posting", "form.allLeft", { count })) }).click();
  await expect(asks).toHaveCount(count);
});

test("[MT103] a second product of a text starts a posting of its own, and the first draft keeps its words", async ({
  as,
  at,
  language,
}) => {
  const t = wordsOf(language);
  const page = await as("editor@brine.example");
  const two =
    "求购电池级碳酸锂，每月60吨，主含量不低于99.5%，钠不高于80ppm。另外还要电池级氢氧化锂20吨，磁性异物不高于50ppb。";
  await pasteNeed(page, at, t, two);
  const first = page.url();
  const concept = page.locator("#posting-concept");
  const before = await concept.textContent();
  const partners = page.getByRole("radio", { name: new RegExp(`^${t("posting", "level.partner")}`) });
  await partners.press("Space");
  await page.getByRole("button", { name: t("posting", "form.secondStart") }).click();
  await expect(page).not.toHaveURL(first);
  await expect(page.locator("#posting-description")).toContainText(two);
  await expect(concept).not.toHaveText(before ?? "");
  // It is for the same readers.
  await expect(partners).toBeChecked();
  // The draft of the second product does not offer the first one again.
  await expect(page.getByRole("button", { name: t("posting", "form.secondStart") })).toHaveCount(0);
  await page.goto(first);
  await expect(page.locator("#posting-description")).toContainText(two);
  await expect(concept).toHaveText(before ?? "");
  await expect(partners).toBeChecked();
});
