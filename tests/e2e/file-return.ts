import { formatPeriod } from "@lilink/i18n";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import { linkTo } from "./page-map.ts";
import type { wordsOf } from "./words.ts";

type Words = ReturnType<typeof wordsOf>;

/** The quarter that closed last, by the calendar of Shanghai: the demo has opened it, and its figures wait for a release. */
export function lastQuarter(): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: "Asia/Shanghai",
    year: "numeric",
    month: "2-digit",
  }).format(new Date());
  const [year = 0, month = 0] = parts.split("-").map(Number);
  const closed = Math.ceil(month / 3) - 1;
  return closed === 0 ? `${year - 1}Q4` : `${year}Q${closed}`;
}

/** Opens one's own return of a period from the list; answers its public id. */
export async function openReturn(page: Page, list: string, period: string): Promise<string> {
  await page.goto(list);
  await page
    .getByRole("link", { name: formatPeriod(period, list.startsWith("/en") ? "en" : "zh-CN"), exact: true })
    .first()
    .click();
  await page.waitForURL(linkTo("/returns/[id]"));
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Nothing typed lies on this device alone any more, and the page says so. */
export async function saved(page: Page, t: Words): Promise<void> {
  const unsaved = () => Object.keys(localStorage).filter((key) => key.startsWith("lilink-return:"));
  await expect.poll(() => page.evaluate(unsaved)).toEqual([]);
  const words = t("posting", "save.saved", { time: "00:00" }).replace("00:00", "").trim();
  await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
}

/** Explains whatever is asked, gives a reason where it is late, and hands in; again where the page was not alive yet. */
export async function handIn(page: Page, t: Words): Promise<void> {
  const waits = page.getByText(t("return", "page.waiting"));
  await expect(async () => {
    if (await waits.isVisible()) return;
    for (const box of await page.locator("textarea[id^='explanation-'], #return-reason").all())
      if ((await box.inputValue()) === "") await box.fill("As agreed for this period.");
    await page.getByRole("button", { name: t("return", "submit.send") }).click();
    await expect(waits).toBeVisible({ timeout: 15_000 });
  }).toPass({ timeout: 120_000 });
}

/** Asks about a return, as whoever checks it. */
export async function queryReturn(page: Page, path: string, words: string, t: Words): Promise<void> {
  await page.goto(path);
  await page.getByLabel(t("return", "review.ask"), { exact: true }).fill(words);
  await page.getByRole("button", { name: t("return", "review.query"), exact: true }).click();
  await page.waitForURL((url) => url.pathname.endsWith("/review/returns"));
}

/** Verifies a return by the keyboard: a key leads to the button, another presses it. */
export async function verifyReturn(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(async () => {
    await page.keyboard.press("a");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname.endsWith("/review/returns"), { timeout: 15_000 });
  }).toPass({ timeout: 120_000 });
}
