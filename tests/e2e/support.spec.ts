import { expect, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

test("[SP1] [SP3] [SP4] a ticket is opened, answered, reopened with a reason and closed by both sides", async ({
  as,
  at,
  language,
  allowConsole,
  expectAccessible,
}) => {
  // A ticket without a kind, a reopening without a reason and foreign readers are refused on purpose.
  allowConsole(/status of 40[04]/);
  const t = wordsOf(language);
  const subject = `Batch ${Date.now().toString(36)} (fictional)`;

  // The buyer opens a ticket where the contract was confirmed.
  const buyer = await as("editor@electrolyte.example");
  await buyer.goto(`${at("/introductions")}?state=accepted&side=asking`);
  await buyer
    .getByRole("link", { name: /LiFSI|双氟磺酰亚胺锂/ })
    .first()
    .click();
  await buyer.waitForURL(/\/introductions\/[0-9A-Za-z_-]{8,}$/);
  const support = buyer.getByRole("region", { name: t("support", "title"), exact: true });
  await support.getByRole("button", { name: t("support", "form.open"), exact: true }).click();
  await support.getByLabel(t("support", "form.subject")).fill(subject);
  await support.getByLabel(t("support", "form.body")).fill("Water is at 75 ppm.");
  const send = support.getByRole("button", { name: t("support", "form.send"), exact: true });
  await send.click();
  await expect(support.getByRole("alert")).toBeVisible();
  await expect(support.getByLabel(t("support", "form.subject"))).toHaveValue(subject);
  await support.getByLabel(t("support", "kind.quality"), { exact: true }).check();
  await support.getByLabel(new RegExp(`^${t("support", "urgency.urgent")}`)).check();
  await expectAccessible(buyer);
  await send.click();
  await buyer.waitForURL(/\/support\/[0-9A-Za-z_-]+$/);
  await expect(buyer.getByRole("heading", { level: 1 })).toHaveText(subject);
  await expectAccessible(buyer);
  const address = new URL(buyer.url()).pathname;

  // It is on the seller's desk; the first word is the answer.
  const seller = await as("editor@fluorine.example");
  await seller.goto(at("/desk"));
  const owed = seller.getByRole("row").filter({ hasText: subject });
  await expect(owed).toContainText(t("desk", "item.supportAnswer.what"));
  await owed.getByRole("link").first().click();
  await seller.waitForURL(new RegExp(address));
  const say = async (page: typeof seller, words: string) => {
    await page.getByLabel(t("introduction", "thread.body")).fill(words);
    await page.getByRole("button", { name: t("introduction", "thread.send"), exact: true }).click();
    await expect(page.getByText(words, { exact: true })).toBeVisible();
  };
  await say(seller, "We replace it tomorrow.");
  await expect(seller.getByText(t("support", "verdict.inTime"), { exact: true })).toBeVisible();
  const askClose = async () => {
    await seller.getByRole("button", { name: t("support", "act.askClose"), exact: true }).click();
    const dialog = seller.getByRole("dialog");
    await dialog.getByLabel(t("support", "act.askCloseWords")).fill("Replaced.");
    await dialog.getByRole("button", { name: t("support", "act.askClose"), exact: true }).click();
    await expect(seller.getByText(t("support", "state.closing"), { exact: true })).toBeVisible();
  };
  await askClose();
  await expect(seller.getByRole("button", { name: t("support", "act.confirm"), exact: true })).toHaveCount(0);
  await expectAccessible(seller);

  // The buyer opens it again: a reason is needed. Then both close it.
  await buyer.goto(address);
  await buyer.getByRole("button", { name: t("support", "act.reopen"), exact: true }).click();
  const dialog = buyer.getByRole("dialog");
  const reopen = dialog.getByRole("button", { name: t("support", "act.reopen"), exact: true });
  await reopen.click();
  await expect(dialog.getByRole("textbox")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByRole("textbox").fill("The new batch is damp as well.");
  await reopen.click();
  await expect(buyer.getByText(t("support", "state.open"), { exact: true })).toBeVisible();
  await seller.goto(address);
  await expect(seller.getByText("The new batch is damp as well.")).toBeVisible();
  await askClose();
  await buyer.goto(address);
  await buyer.getByRole("button", { name: t("support", "act.confirm"), exact: true }).click();
  await expect(buyer.getByText(t("support", "state.closed"), { exact: true })).toBeVisible();
  await expectAccessible(buyer);

  // Nobody else reads it, the secretariat included.
  for (const email of ["rival@cathode2.example", "officer@group.example"]) {
    const other = await as(email);
    const answer = await other.goto(address);
    expect(answer?.status()).toBe(404);
  }
});
