import { expect, findAccount, signIn, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

test("what is typed after the session ended is offered back, ticked boxes included", async ({
  as,
  at,
  language,
  allowConsole,
}) => {
  allowConsole(/401/);
  const t = wordsOf(language);
  const email = "editor@brine.example";
  const page = await as(email);
  await page.goto(at("/postings/new"));
  await page.getByRole("radio", { name: new RegExp(`^${t("posting", "kind.need")}`) }).check();
  await page.getByRole("button", { name: t("posting", "new.start") }).click();
  await page.waitForURL(/\/postings\/[^/]+\/edit/);
  const address = page.url();

  await page.context().clearCookies();
  await page.locator("#posting-title").fill("会话结束之后写下的标题");
  const box = page.getByRole("checkbox", { name: t("posting", "cooperation.testing") });
  await box.check();
  await expect(page.getByText(t("posting", "save.signedOut"))).toBeVisible();

  await signIn(page, findAccount(email), language);
  await page.goto(address);
  await expect(page.locator("#posting-title")).toHaveValue("");
  await page.getByRole("button", { name: t("posting", "save.restore") }).click();
  await expect(page.locator("#posting-title")).toHaveValue("会话结束之后写下的标题");
  await expect(box).toBeChecked();
});
