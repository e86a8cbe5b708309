import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import { linkTo } from "./page-map.ts";
import type { wordsOf } from "./words.ts";

/**
 * An officer has a round released to everyone; its page stands there afterwards, frozen. While a release of the same round
 * is made for another story the exchange refuses (412), and this one asks again.
 */
export async function makeRelease(
  page: Page,
  at: (path: string) => string,
  period: string,
  t: ReturnType<typeof wordsOf>,
): Promise<string> {
  await expect(async () => {
    await page.goto(at("/releases"));
    await page.getByLabel(t("release", "ask.round"), { exact: true }).selectOption({ label: period });
    await page
      .getByLabel(t("release", "ask.audience"), { exact: true })
      .selectOption({ label: t("release", "audience.everyone") });
    await page.getByRole("button", { name: t("release", "ask.send"), exact: true }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText(t("release", "ask.to.everyone"), { exact: true })).toBeVisible();
    await dialog.getByRole("button", { name: t("release", "ask.confirm"), exact: true }).click();
    await page.waitForURL(linkTo("/releases/[id]"), { timeout: 20_000 });
  }).toPass({ timeout: 240_000 });
  await expect(page.getByText(t("release", "state.frozen"), { exact: true })).toBeVisible({
    timeout: 120_000,
  });
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}
