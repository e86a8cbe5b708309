import { recordWords } from "@lilink/i18n";
import { expect, test } from "./fixtures.ts";
import { linkTo } from "./page-map.ts";
import { wordsOf } from "./words.ts";

test("a dead link to a new password says so before anybody thinks one up", async ({ page, at, language }) => {
  const t = wordsOf(language);
  await page.goto(at("/reset/unknown-token"));
  await expect(page.getByText(t("auth", "reset.gone"))).toBeVisible();
  await expect(page.getByLabel(t("auth", "field.newPassword"))).toHaveCount(0);
  await page
    .getByRole("main")
    .getByRole("link", { name: t("auth", "reset.again") })
    .click();
  await page.waitForURL(linkTo("/reset"));
});

test("[RL8] a release opens with the totals of all its indicators, and each leads to its figures", async ({
  page,
  at,
  language,
  expectAccessible,
}) => {
  const t = wordsOf(language);
  await page.goto(at("/releases"));
  await page.getByRole("main").locator("[data-lead] a").first().click();
  await page.waitForURL(linkTo("/releases/[id]"));
  const all = page.getByRole("region", { name: t("release", "inIt") });
  await expect(all.locator("[data-lead] a").nth(1)).toBeVisible();
  await expectAccessible(page);
  await all.getByRole("link", { name: /^SME-04/ }).click();
  await page.waitForURL(/indicator=SME-04/);
  // What only serves to compute ratios again waits behind its title.
  const again = page.getByText(t("release", "again.lead"));
  await expect(again).toBeHidden();
  await page.getByText(t("release", "again.title")).click();
  await expect(again).toBeVisible();
  await page
    .getByRole("main")
    .getByRole("link", { name: t("release", "all") })
    .click();
  await expect(all).toBeVisible();
});

test("a visitor is led to nothing that asks for an account, and every event says where it stands", async ({
  page,
  as,
  at,
  language,
}) => {
  const t = wordsOf(language);
  const overdue = (one: typeof page) => one.getByRole("main").getByRole("link", { name: t("duty", "to") });
  await page.goto(at("/achievements"));
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
  await expect(overdue(page)).toHaveCount(0);
  const member = await as("buyer@cathode.example");
  await member.goto(at("/achievements"));
  await expect(overdue(member)).toBeVisible();
  await page.goto(at("/events"));
  // The leaves of the calendar hold the same events: the list stands behind its name.
  await page.getByText(t("register", "list.asTable"), { exact: true }).click();
  const state = recordWords("exchangeEvent", language).state("published");
  await expect(page.getByRole("table").getByText(state, { exact: true }).first()).toBeVisible();
});

test("[SE8] a member sees beside each hit whether it meets a figure; a visitor reads why nobody can say so", async ({
  page,
  as,
  at,
  language,
  expectAccessible,
}) => {
  const t = wordsOf(language);
  const search = at(`/postings?q=${encodeURIComponent("碳酸锂 主含量≥99.5%")}`);
  const marks = (one: typeof page, verdict: string) =>
    one.getByRole("main").locator(`tbody .verdict-mark[data-verdict="${verdict}"]`);
  const member = await as("buyer@cathode.example");
  await member.goto(search);
  await expect(marks(member, "pass").first()).toBeVisible();
  await expect(marks(member, "fail").first()).toBeVisible();
  await expectAccessible(member);
  await page.goto(search);
  await expect(page.getByText(t("search", "figuresUnread"))).toBeVisible();
  await expect(marks(page, "unknown")).toHaveCount(0);
  await expect(page.getByRole("link", { name: t("search", "figuresOnly") })).toHaveCount(0);
});
