import { expect, type Locator, type Page } from "@playwright/test";
import { linkTo } from "./page-map.ts";
import { shanghaiDay, shanghaiMinute } from "./shanghai.ts";
import type { wordsOf } from "./words.ts";

type Words = ReturnType<typeof wordsOf>;
type At = (path: string) => string;

type Call = { readonly running?: boolean; readonly heldAt?: string };

/** Calls a meeting, now unless told, about all running goals if so chosen, and stands on its page; answers its public id. */
export async function callMeeting(page: Page, at: At, title: string, t: Words, call: Call = {}) {
  await page.goto(at("/meetings/new"));
  await page.getByLabel(t("meeting", "call.name"), { exact: true }).fill(title);
  await page.getByLabel(t("meeting", "call.heldAt"), { exact: true }).fill(call.heldAt ?? shanghaiMinute());
  if (call.running)
    await page.getByRole("radio", { name: new RegExp(`^${t("meeting", "call.running")}`) }).check();
  await page.getByRole("button", { name: t("meeting", "call.submit"), exact: true }).click();
  await page.waitForURL(
    (url) => linkTo("/meetings/[id]").test(url.pathname) && !url.pathname.endsWith("new"),
  );
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Adds a point of its own to the agenda. */
export async function addPoint(page: Page, title: string, t: Words) {
  await page.getByLabel(t("meeting", "page.itemTitle"), { exact: true }).fill(title);
  await page.getByRole("button", { name: t("meeting", "page.addItem"), exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: title }).first()).toBeVisible();
}

export async function beginMeeting(page: Page, t: Words) {
  const hold = page.getByRole("button", { name: t("meeting", "page.hold"), exact: true });
  await hold.click();
  await hold.last().click();
  await expect(page.getByText(t("meeting", "state.held"), { exact: true })).toBeVisible();
}

/** Records a decision for a firm, due in twenty days, under a point, the first unless told; it rests on a vote where its question is given. */
export async function decide(page: Page, text: string, t: Words, question?: string, point?: Locator) {
  const words = (key: string) => t("meeting", key);
  await (point ?? page)
    .getByRole("button", { name: words("page.decide"), exact: true })
    .first()
    .click();
  await page.getByLabel(words("page.decision"), { exact: true }).fill(text);
  await pickFirm(page, t);
  await page.getByLabel(words("page.dueOn"), { exact: true }).fill(shanghaiDay(20));
  if (question !== undefined)
    await page.getByLabel(words("vote.byVote"), { exact: true }).selectOption({ label: question });
  await page.getByRole("button", { name: words("page.record"), exact: true }).click();
  // The field holds the same words until the decision stands.
  await expect(page.getByLabel(words("page.decision"), { exact: true })).toHaveCount(0);
  const agenda = page.getByRole("region", { name: words("page.agenda"), exact: true });
  await expect(agenda.getByText(text, { exact: true })).toHaveCount(1);
}

/** Chooses the demo's maker of salts in the field of the page that finds a firm; its name is in the reader's language. */
export async function pickFirm(page: Page, t: Words) {
  await page.getByRole("combobox", { name: t("meeting", "call.search") }).click();
  await page.getByRole("dialog").getByRole("combobox").fill("云岚");
  await page
    .getByRole("option")
    .filter({ hasText: /云岚|Yunlan/ })
    .first()
    .click();
}

export async function closeMeeting(page: Page, t: Words) {
  const end = page.getByRole("button", { name: t("meeting", "page.close"), exact: true });
  await end.click();
  await end.last().click();
  await expect(page.getByText(t("meeting", "state.closed"), { exact: true })).toBeVisible();
}
