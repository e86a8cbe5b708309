import { expect, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

test("[AC7] the owner of an offered achievement sees the needs that fit, and nobody else does", async ({
  as,
  at,
  language,
  expectAccessible,
}) => {
  const t = wordsOf(language);
  const open = async (page: Awaited<ReturnType<typeof as>>, title: RegExp) => {
    await page.goto(at("/achievements"));
    await page.getByRole("link", { name: title }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  };
  const owner = await as("prof@university.example");
  const needs = (page: typeof owner) => page.getByRole("region", { name: t("achievement", "needs") });
  await open(owner, /高镍前驱体氨氮闭路循环|Closed ammonia loop/);
  await expect(needs(owner)).toBeVisible();
  await expectAccessible(owner);
  const other = await as("buyer@cathode.example");
  await open(other, /高镍前驱体氨氮闭路循环|Closed ammonia loop/);
  await expect(needs(other)).toHaveCount(0);
});
