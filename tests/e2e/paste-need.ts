import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import type { wordsOf } from "./words.ts";

/** Opens a draft with a text by keys alone, and waits until it is read. */
export async function pasteNeed(
  page: Page,
  at: (path: string) => string,
  t: ReturnType<typeof wordsOf>,
  text: string,
): Promise<void> {
  await page.goto(at("/postings/new"));
  await page.getByRole("radio", { name: new RegExp(`^${t("posting", "kind.need")}`) }).check();
  await page.getByLabel(t("posting", "paste.label")).fill(text);
  const saved = page.waitForResponse((answer) => answer.url().includes("posting.saveDraft"));
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(/\/postings\/[^/]+\/edit/);
  await expect(page.locator("[data-rove][id^=posting-figures], [id^=posting-ask-]").first()).toBeVisible();
  // What was read is in the form and saved before anybody presses another key.
  await saved;
}
