import { recordWords } from "@lilink/i18n";
import type { Page } from "@playwright/test";
import { expect, type Language } from "./fixtures.ts";
import { shanghaiDay } from "./shanghai.ts";
import type { wordsOf } from "./words.ts";

type Words = ReturnType<typeof wordsOf>;

/** From the page of a weak link to a published call for basic research; answers its address. [FU11] */
export async function publishCall(
  [maker, second]: readonly [Page, Page],
  t: Words,
  language: Language,
  given: { readonly title: string; readonly number: string; readonly budget: string },
): Promise<string> {
  const words = recordWords("fundCall", language);
  const field = (name: string) => maker.locator(`#record-values-${name}`);
  await maker.getByRole("link", { name: t("health", "board.call"), exact: true }).click();
  await maker.waitForURL(/\/fund-calls\/new\?weakLink=/);
  await field("title").fill(given.title);
  await field("number").fill(given.number);
  await field("researchClass").selectOption("basic");
  await field("horizon").selectOption({ index: 1 });
  await field("links")
    .getByRole("checkbox", { name: words.choice("links", "materials") })
    .check();
  await field("scope").fill("What limits purity, and what would lift it.");
  await field("budget").fill(given.budget);
  for (const lead of ["enterprise", "university_or_institute"])
    await field("leads")
      .getByRole("checkbox", { name: words.choice("leads", lead) })
      .check();
  await field("opensOn").fill(shanghaiDay(0));
  await field("closesOn").fill(shanghaiDay(10));
  await field("decideBy").fill(shanghaiDay(60));
  await field("weightFirst").fill("40");
  await field("weightSecond").fill("30");
  await field("reviews").fill("1");
  await maker.getByRole("button", { name: t("register", "form.save") }).click();
  await maker.waitForURL(/\/fund-calls\/[0-9A-Za-z]{12}$/);
  const path = new URL(maker.url()).pathname;
  await maker.getByRole("button", { name: words.step("submit"), exact: true }).click();
  await expect(maker.getByText(words.state("in_review"), { exact: true }).first()).toBeVisible();
  await second.goto(path);
  await second.getByRole("button", { name: words.step("publish"), exact: true }).click();
  await expect(second.getByText(t("fund", "phase.open"), { exact: true }).first()).toBeVisible();
  return path;
}

/** Somebody with a tenth of the project, who agrees on the own page. */
type Partner = { readonly page: Page; readonly search: string; readonly name: RegExp };

/** Writes an application to an open call, with a partner who agrees, and hands it in or leaves it unsent. [FU12] [FU13] */
export async function apply(
  page: Page,
  call: string,
  t: Words,
  given: {
    readonly title: string;
    readonly abstract: string;
    readonly asked: string;
    readonly sent: boolean;
    readonly partner?: Partner;
  },
): Promise<void> {
  await page.goto(call);
  await page.getByRole("button", { name: t("fund", "call.apply"), exact: true }).click();
  await page.waitForURL(/\/fund\/applications\/[0-9A-Za-z-]+$/);
  const field = (name: string) => page.getByLabel(t("fund", `form.${name}`), { exact: true });
  await field("title").fill(given.title);
  await field("abstract").fill(given.abstract);
  await field("body").fill("A plan.");
  await field("asked").fill(given.asked);
  await field("months").fill("36");
  const { partner } = given;
  if (partner) {
    await field("share").fill("90");
    await page.getByRole("combobox", { name: t("fund", "form.pick") }).click();
    await page.getByPlaceholder(t("fund", "form.pick")).fill(partner.search);
    await page.getByRole("option", { name: partner.name }).click();
    await expect(page.getByText(t("fund", "form.waits"), { exact: true })).toBeVisible();
  }
  await expect(page.getByText(t("posting", "save.waiting"))).toHaveCount(0);
  await expect(page.getByText(t("posting", "save.saving"))).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: /\d\d:\d\d/ })).toBeVisible();
  if (partner) {
    await partner.page.goto(new URL(page.url()).pathname);
    const agree = partner.page.getByRole("button", { name: t("fund", "form.agree", { share: 10 }) });
    await agree.click();
    await expect(agree).toHaveCount(0);
    await page.reload();
    await expect(page.getByText(t("fund", "form.agreed"), { exact: true })).toBeVisible();
  }
  if (!given.sent) return;
  const send = { name: t("fund", "form.submit"), exact: true };
  await page.getByRole("button", send).click();
  await page.getByRole("dialog").getByRole("button", send).click();
  await expect(page.getByText(t("fund", "state.submitted"), { exact: true }).first()).toBeVisible();
}

/** The one review of an application, from its reviewer's desk. [FU16] */
export async function review(
  page: Page,
  at: (path: string) => string,
  t: Words,
  title: string,
  score: string,
) {
  await page.goto(at("/fund/reviews"));
  await page.getByRole("link", { name: title }).click();
  await page.waitForURL(/\/fund\/reviews\/[0-9A-Za-z-]+$/);
  for (const name of ["score-0", "score-1", "score-2"])
    await page.locator(`input[name="${name}"][value="${score}"]`).check();
  await page.locator('input[name="confidence"][value="4"]').check();
  await page.getByRole("textbox", { name: t("fund", "task.words") }).fill("Clear and feasible.");
  await page.getByRole("button", { name: t("fund", "task.submit"), exact: true }).click();
  await expect(page.getByText(t("fund", "reviewState.submitted"), { exact: true }).first()).toBeVisible();
}
