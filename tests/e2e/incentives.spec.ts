import { expect, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

test("[IC2] [IC3] [IC5] a firm claims a travel grant, one officer reserves the money, another refuses it with a code", async ({
  as,
  at,
  page,
  language,
  allowConsole,
  expectAccessible,
}) => {
  allowConsole(/400/);
  const t = wordsOf(language);
  const purpose = `Travel to the exchange in Yichun, train both ways. ${Date.now()}`;
  const programme = /差旅资助|Travel grants/;
  const firm = await as("rival@cathode2.example");
  await firm.goto(at("/incentives"));
  await expectAccessible(firm);
  await firm.getByRole("link", { name: programme }).first().click();
  await firm.waitForURL(/\/incentives\/[0-9A-Za-z]{12}$/);
  const path = new URL(firm.url()).pathname;
  await expectAccessible(firm);
  await expect(firm.getByText(t("incentive", "eligible"))).toBeVisible();
  await firm.getByLabel(t("incentive", "purpose")).fill(purpose);
  await firm.getByLabel(t("incentive", "amount")).fill("12a");
  await firm.getByRole("button", { name: t("incentive", "send") }).click();
  await expect(firm.getByLabel(t("incentive", "purpose"))).toHaveValue(purpose);
  await firm.getByLabel(t("incentive", "amount")).fill("12000");
  await firm.getByRole("button", { name: t("incentive", "send") }).click();
  await expect(firm.getByRole("row").filter({ hasText: purpose })).toContainText(
    t("incentive", "state.submitted"),
  );

  const officer = await as("officer@group.example");
  await officer.goto(path);
  await expectAccessible(officer);
  const row = officer.getByRole("row").filter({ hasText: purpose });
  await row.getByRole("button", { name: t("incentive", "step.check") }).click();
  await expect(row).toContainText(t("incentive", "state.checked"));
  await expect(row.getByRole("button", { name: t("incentive", "step.grant") })).toHaveCount(0);

  const secretary = await as("secretary@group.example");
  await secretary.goto(path);
  const other = secretary.getByRole("row").filter({ hasText: purpose });
  await expect(other.getByRole("button", { name: t("incentive", "step.grant") })).toBeVisible();
  await other.getByRole("button", { name: t("incentive", "step.refuse") }).click();
  const dialog = secretary.getByRole("dialog");
  await dialog.getByLabel(t("incentive", "codeLabel")).selectOption("purpose");
  await dialog.getByLabel(t("common", "reason.label")).fill("The meeting of that day was held online.");
  await dialog.getByRole("button", { name: t("incentive", "step.refuse") }).click();
  await expect(dialog).toHaveCount(0);
  await expect(other).toContainText(t("incentive", "state.refused"));

  await firm.reload();
  await expect(firm.getByRole("row").filter({ hasText: purpose })).toContainText(
    t("incentive", "code.purpose"),
  );
  await page.goto(path);
  await expect(page.getByText(purpose)).toHaveCount(0);
  await page
    .getByRole("link", { name: /线下交流鼓励办法|encourage exchange on site/ })
    .first()
    .click();
  await page.waitForURL(/\/evaluation$/);
  await expect(page.getByRole("heading", { name: t("incentive", "ofPolicy") })).toBeVisible();
});
