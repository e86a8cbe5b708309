import { expect, type Page } from "@playwright/test";
import type { wordsOf } from "./words.ts";

type Words = ReturnType<typeof wordsOf>;

/** Chooses an organization in a field that finds it by name. */
export async function pickBody(page: Page, field: string, name: string): Promise<void> {
  await page.locator(`#${field}`).click();
  const list = page.getByRole("dialog");
  await list.getByRole("combobox").fill(name);
  await list.getByRole("option").filter({ hasText: name }).first().click();
}

export type Telling = {
  /** On the list of one's batteries it is typed, and the page of the battery opens. */
  readonly code?: string;
  readonly verb: string;
  readonly on: string;
  readonly to?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** The verdict that the row must have then. */
  readonly verdict?: string;
};

/** Reports an event on the page of a battery, and waits until its row stands there with its verdict. */
export async function tellEvent(
  page: Page,
  { code, verb, on, to, fields = {}, verdict = "ok" }: Telling,
  t: Words,
) {
  if (code) await page.locator("#battery").fill(code);
  await page.locator("#verb").selectOption(verb);
  await page.locator("#at").fill(on);
  for (const [field, value] of Object.entries(fields)) {
    const input = page.locator(`#report-${field}`);
    if (field === "province" || field === "step") await input.selectOption(value);
    else await input.fill(value);
  }
  if (to) await pickBody(page, "report-to", to);
  await page.getByRole("button", { name: t("battery", "life.report.send"), exact: true }).click();
  const row = page
    .getByRole("row")
    .filter({ hasText: t("battery", `verb.${verb}`) })
    .filter({ hasText: t.day(on) });
  // A hand-over waits for whoever received the battery.
  const waits = verb === "transfer" && verdict === "ok";
  await expect(row).toContainText(t("battery", waits ? "life.unconfirmed" : `verdict.${verdict}`));
}
