import { toCreditCode } from "@lilink/model/codes";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { findTokenPath } from "./read-letter.ts";
import { wordsOf } from "./words.ts";

type Words = ReturnType<typeof wordsOf>;

/** Who already acts, and a second record of it that somebody else brings in. */
const known = { "zh-CN": "鹭岛梯次储能有限公司(虚构)", en: "Egret Island Second-Life Storage (fictional)" };
const twins = ["鹭岛梯次储能有限责任公司", "鹭岛梯次储能股份有限公司"];

test("[BD8] two bodies that act become one record once both have signed, and an undo gives both back", async ({
  page,
  as,
  at,
  language,
  consoleWatch,
  expectAccessible,
}, { retry }) => {
  const t = wordsOf(language);
  const [stays, gone] = [known[language], twins[retry] ?? ""];
  consoleWatch(page);
  await joinAs(page, at, t, gone);
  const officer = await as("officer@group.example");
  await officer.goto(at("/review/claims"));
  const claim = officer.locator("article").filter({ hasText: gone });
  await claim.getByRole("button", { name: t("organization", "review.approve"), exact: true }).click();
  const dialog = officer.getByRole("dialog");
  await dialog.getByRole("button", { name: t("organization", "review.approve"), exact: true }).click();
  await expect(dialog).toHaveCount(0);

  // Two codes speak against one body, so the officer puts the two side by side by hand.
  await officer.goto(at("/review/duplicates"));
  for (const [label, name] of [
    [t("body", "pairs.first"), stays],
    [t("body", "pairs.second"), gone],
  ] as const) {
    await officer.getByRole("combobox", { name: label }).click();
    await officer.getByPlaceholder(label).fill(name.slice(0, 6));
    await officer.getByRole("option", { name, exact: true }).click();
  }
  await officer.getByRole("button", { name: t("body", "pairs.compare"), exact: true }).click();
  await officer.waitForURL(/first=/);

  // Both act: the officer asks both, and can merge nothing meanwhile.
  const pair = officer
    .getByRole("article")
    .filter({ has: officer.getByRole("link", { name: gone, exact: true }) });
  const decide = async (button: string, reason: string) => {
    await pair.getByRole("button", { name: button, exact: true }).click();
    await dialog.getByLabel(t("common", "reason.label")).fill(reason);
    await dialog.getByRole("button", { name: button, exact: true }).click();
    await expect(dialog).toHaveCount(0);
  };
  const merge = t("body", "pairs.mergeInto", { name: stays });
  await decide(t("body", "consent.ask", { name: stays }), "One licence, one seat, one firm.");
  await expect(pair).toContainText(t("body", "consent.waitsFor", { name: gone }));
  await expect(pair.getByRole("button", { name: merge })).toHaveCount(0);
  const old = (await pair.getByRole("link", { name: gone, exact: true }).getAttribute("href")) ?? "";
  const kept = (await pair.getByRole("link", { name: stays, exact: true }).getAttribute("href")) ?? "";

  const admin = await as("editor@cascade.example");
  for (const [signer, own] of [
    [page, old],
    [admin, kept],
  ] as const) {
    await signer.goto(own);
    await expectAccessible(signer);
    const sign = { name: t("body", "consent.sign"), exact: true };
    await signer.getByRole("button", sign).click();
    await signer.getByRole("dialog").getByRole("button", sign).click();
    await expect(signer.getByRole("button", { name: t("body", "consent.unsign") })).toBeVisible();
  }

  // The pair stays in sight though nobody asks for it any more.
  await officer.goto(at("/review/duplicates"));
  await expect(pair).toContainText(t("body", "consent.signedBy", { name: stays }));
  await expectAccessible(officer);
  await decide(merge, "Both have signed.");
  await expect(pair).toHaveCount(0);
  const visitor = await page.context().browser()?.newPage();
  await visitor?.goto(new URL(old, page.url()).href);
  expect(new URL(visitor?.url() ?? old).pathname).toBe(kept);
  await visitor?.close();

  const history = officer.getByRole("region", { name: t("body", "merges.title") });
  await history
    .getByRole("listitem")
    .filter({ hasText: gone })
    .getByRole("button", { name: t("body", "merges.undo") })
    .first()
    .click();
  await dialog.getByLabel(t("common", "reason.label")).fill("The licences are of two firms after all.");
  await dialog.getByRole("button", { name: t("body", "merges.undo") }).click();
  await expect(dialog).toHaveCount(0);
  await page.goto(old);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(gone);
});

/** A new person with a new account registers a firm of this name; its claim waits. */
async function joinAs(page: Page, at: (path: string) => string, t: Words, name: string): Promise<void> {
  const stamp = Date.now();
  const email = `twin.${stamp}@newfirm.example`;
  const main = page.locator("main");
  await page.goto(at("/register"));
  await main.locator("input[type=email]").fill(email);
  await page.keyboard.press("Enter");
  await expect(page.getByText(t("auth", "register.sentTitle"))).toBeVisible();
  await expect.poll(() => findTokenPath(email, "register"), { timeout: 60_000 }).not.toBeNull();
  await page.goto(at(findTokenPath(email, "register") ?? ""));
  await main.locator("input[autocomplete=name]").fill("赵二");
  await main.locator("input[type=password]").first().fill(`Quiet-harbour-${stamp}`);
  await main.locator("input[type=checkbox]").check();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/desk/);
  await page.goto(at(`/organizations/new?name=${encodeURIComponent(name)}`));
  await main.locator("input[type=checkbox]").nth(3).check();
  await main.locator("input.font-mono").fill(toCreditCode("91350200", `MB${String(stamp).slice(-6)}`));
  await main.locator("textarea").fill("与鹭岛梯次储能同一营业执照，另一部门登记。");
  await main.getByRole("button", { name: t("organization", "new.submit") }).click();
  await expect(main.getByText(t("organization", "filed.title"))).toBeVisible();
}
