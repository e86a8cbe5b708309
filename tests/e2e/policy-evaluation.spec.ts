import { recordWords } from "@lilink/i18n";
import { expect, type Language, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

for (const language of ["zh-CN", "en"] as const satisfies Language[])
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test("[PY6] [PY7] a firm comments, gets its answer, and the overdue evaluation shows what a verdict needs", async ({
      as,
      at,
      page: visitor,
      expectAccessible,
    }) => {
      const t = wordsOf(language);
      const words = recordWords("policyComment", language);
      const policy =
        language === "en" ? "Trial measure on monitoring lithium output" : "锂矿产量监测试行办法";
      const subject = `On the template ${Date.now().toString(36)} (fictional)`;
      const open = async (page: typeof visitor) => {
        await page.goto(at("/policies"));
        await page
          .getByRole("figure")
          .getByRole("link", { name: new RegExp(policy) })
          .click();
        await expect(page.getByRole("heading", { level: 1 })).toContainText(policy);
      };

      const buyer = await as("buyer@cathode.example");
      await open(buyer);
      await buyer.getByRole("link", { name: t("governance", "evaluation.comment"), exact: true }).click();
      await buyer.waitForURL(/policy-comments\/new/);
      await buyer.getByLabel(words.field("subject"), { exact: true }).fill(subject);
      await expect(buyer.getByText(policy).first()).toBeVisible();
      await buyer.getByLabel(words.field("position"), { exact: true }).selectOption("change");
      await buyer.getByLabel(words.field("comment"), { exact: true }).fill("The template lacks a unit.");
      await buyer.getByRole("button", { name: t("register", "form.save") }).click();
      await buyer.waitForURL(/\/policy-comments\/[0-9A-Za-z]{12}$/);
      const path = new URL(buyer.url()).pathname;
      await buyer.getByRole("button", { name: words.step("submit") }).click();
      await expect(buyer.getByText(words.state("in_review")).first()).toBeVisible();

      const officer = await as("officer@group.example");
      await officer.goto(path);
      await officer.getByRole("button", { name: words.step("adopt"), exact: true }).click();
      const dialog = officer.getByRole("dialog");
      await dialog.getByRole("textbox").fill("The unit stands in the template now.");
      const answered = officer.waitForResponse(
        (one) => one.url().includes("/api/trpc/") && one.request().method() === "POST",
      );
      await dialog.getByRole("button", { name: words.step("adopt"), exact: true }).click();
      // The dialog names the state as well: only the answer says that it is reached.
      expect((await answered).ok()).toBe(true);
      await expect(officer.getByText(words.state("adopted")).first()).toBeVisible();

      await open(visitor);
      const told = visitor.getByRole("listitem").filter({ hasText: subject });
      await expect(told).toContainText("The unit stands in the template now.");
      await visitor.getByRole("link", { name: t("governance", "evaluation.toEvaluation") }).click();
      await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(
        t("governance", "evaluation.title"),
      );
      await expect(visitor.getByText(t("governance", "evaluation.overdue"), { exact: true })).toBeVisible();
      await expect(visitor.getByRole("row", { name: /^(Australia|澳大利亚)/ })).toBeVisible();
      await expectAccessible(visitor);
    });
  });
