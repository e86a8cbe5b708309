import type { Page } from "@playwright/test";
import { expect, type Language, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

/** Rows of a sheet, pasted where the focus stands. */
async function paste(page: Page, selector: string, text: string): Promise<void> {
  await page.locator(selector).evaluate((element, pasted) => {
    const data = new DataTransfer();
    data.setData("text/plain", pasted);
    element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

for (const language of ["zh-CN", "en"] as const satisfies Language[]) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test("[PO28] a plant offers its idle capacity by month: the months are there, amounts come from a sheet", async ({
      as,
      at,
      expectAccessible,
    }) => {
      const t = wordsOf(language);
      const page = await as("admin@salt.example");
      await page.goto(at("/plants"));
      await page
        .getByRole("link", { name: /云岚二厂|Yunlan works 2/ })
        .first()
        .click();
      await page.getByRole("button", { name: t("posting", "idle.offer") }).click();
      await page.waitForURL(/\/postings\/[^/]+\/edit/);

      await page.locator("#posting-volume").click();
      const months = page.getByRole("textbox", { name: /^(Amount in .+|.+的数量)$/ });
      await expect(months).toHaveCount(12);
      // A column of amounts alone fills the months that wait.
      await paste(page, "#posting-volume-schedule-0-amount", "1,200\n0\n800");
      await expect(months.nth(0)).toHaveValue("1200");
      await expect(page.locator("#posting-volume-amount")).toHaveValue("2000");
      await expect(page.locator("#posting-volume-amount")).toHaveAttribute("readonly", "");
      // A week among months is named as such, and nothing that was typed is lost.
      await page.locator("#posting-volume-schedule-3-period").fill("2027-W20");
      await months.nth(3).fill("5");
      await page.getByRole("button", { name: t("posting", "edit.submit") }).click();
      await expect(page.getByText(/mixes months and weeks|月和周混在一起/).first()).toBeVisible();
      await expect(page.locator("#posting-volume-schedule-3-amount")).toHaveValue("5");
      await page.locator("#posting-volume-schedule-3-amount").fill("");
      await expectAccessible(page);

      await page.getByRole("button", { name: t("posting", "edit.submit") }).click();
      await page.waitForURL((url) => !url.pathname.endsWith("/edit"));
      const picture = page.getByRole("region", { name: t("posting", "schedule.title") });
      await picture.getByText(t("posting", "schedule.table")).click();
      await expect(picture.getByRole("row")).toHaveCount(4);
      await expectAccessible(page);
    });

    test("[MT85] a match shows what is needed and offered by month, and says which months are short", async ({
      as,
      at,
      expectAccessible,
    }) => {
      const t = wordsOf(language);
      const page = await as("buyer@cathode.example");
      // In Chinese, where the list shows the title as its author wrote it.
      await page.goto("/postings/own");
      await page
        .getByRole("link", { name: /求购高镍正极用电池级氢氧化锂/ })
        .first()
        .click();
      await page.waitForURL(/\/postings\/(?!own)[^/]+/);
      const id = new URL(page.url()).pathname.split("/").at(-1);
      await page.goto(at(`/postings/${id}/matches`));
      const card = page
        .getByRole("article")
        .filter({ has: page.getByText(t("posting", "schedule.pairPicture")) });
      await expect(
        card
          .getByText(
            /7 of 9 months; short in Sept? 2027, Oct 2027|9 个月中满足 7 个；2027年9月、2027年10月不足/,
          )
          .first(),
      ).toBeVisible();
      const picture = card.getByRole("img", { name: new RegExp(t("posting", "schedule.pairPicture")) });
      await expect(picture).toBeVisible();
      await card.getByText(t("posting", "schedule.table")).click();
      await expect(card.getByRole("row").filter({ hasText: t("posting", "schedule.short") })).toHaveCount(2);
      await expectAccessible(page);
    });
  });
}
