import { recordWords } from "@lilink/i18n";
import { expect, type Language, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

// A lithium-salt plant from its first figures to its public notice, and to the day on which its evidence lapses.
for (const language of ["zh-CN", "en"] as const satisfies Language[]) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test("[CN2] [CN4] [CN7] a plant is judged, filed, held out to the public, and lapses with its evidence", async ({
      as,
      at,
      page: visitor,
      expectAccessible,
    }) => {
      const t = wordsOf(language);
      const words = recordWords("plant", language);
      const name = language === "en" ? "Works of a journey" : "旅程一厂";
      const firm = await as("admin@salt.example");
      await firm.goto(at("/plants/new"));
      await expect(firm.getByLabel(words.field("energy"))).toHaveCount(0);
      await firm.getByLabel(words.field("site"), { exact: true }).fill(name);
      await firm.getByLabel(words.field("type")).selectOption("lithium_salt");
      await firm.getByLabel(words.field("province")).selectOption("36");
      await firm.getByRole("checkbox", { name: words.choice("products", "lithium_carbonate") }).check();
      for (const [field, value] of Object.entries({
        ...{ automation: "92", utilization: "75", lithiumYield: "84" },
        ...{ energy: "2200", capability: "1.5" },
      }))
        await firm.getByLabel(words.field(field), { exact: true }).fill(value);
      await firm.getByLabel(words.field("maturity")).fill("3");
      await firm.getByLabel(words.field("evidenceUntil")).fill("2027-06-30");
      await firm.getByRole("button", { name: t("register", "form.save") }).click();
      await firm.waitForURL(/\/plants\/[0-9A-Za-z]{12}$/);
      const path = new URL(firm.url()).pathname;
      const entry = firm.getByRole("table", { name: /准入|Entry/ });
      const row = (field: string) => entry.getByRole("row").filter({ hasText: words.field(field) });
      await expect(row("energy")).toContainText(t("condition", "verdicts.met"));
      await expect(row("energy")).toContainText(t("condition", "noSource"));
      await expect(row("lithiumYield")).toContainText(t("condition", "verdicts.not_met"));

      // 84 % was last year's yield; the new line reaches the condition.
      await firm.goto(`${path}/edit`);
      await firm.getByLabel(words.field("lithiumYield"), { exact: true }).fill("85");
      await firm.getByRole("button", { name: t("register", "form.save") }).click();
      await firm.waitForURL(/\/plants\/[0-9A-Za-z]{12}$/);
      await expect(row("lithiumYield")).toContainText(t("condition", "verdicts.met"));

      await firm.goto(at("/conditions?on=2026-11-01"));
      const ribbon = firm
        .getByRole("figure")
        .getByRole("listitem")
        .filter({ hasText: name })
        .filter({ hasText: t("condition", "kinds.lithium_salt") })
        .first();
      await expect(ribbon).toContainText(t("condition", "verdicts.met"));
      await expectAccessible(firm);
      // The line is moved to the last day of the years shown: the evidence ran out long before.
      await firm.getByRole("slider").press("End");
      await expect(ribbon).toContainText(t("condition", "verdicts.lapsed"));
      await firm.waitForURL(/on=20\d\d-12-31/);
      await firm.goto(at("/conditions?on=2026-06-30"));
      await expect(ribbon).toContainText(t("condition", "verdicts.free"));

      const states = { submit: "in_review", announce: "notice" } as const;
      const take = async (page: typeof firm, step: keyof typeof states) => {
        await page.goto(path);
        await page.getByRole("button", { name: words.step(step), exact: true }).click();
        await expect(page.getByText(words.state(states[step]), { exact: true }).first()).toBeVisible();
      };
      await take(firm, "submit");
      const officer = await as("officer@group.example");
      await take(officer, "announce");
      // It is listed when its notice has run, which takes ten working days; until then it can be struck off.
      await expect(officer.getByRole("button", { name: words.step("strike"), exact: true })).toBeVisible();
      await expect(officer.getByRole("button", { name: words.step("list"), exact: true })).toHaveCount(0);
      await visitor.goto(path);
      await expect(visitor.getByRole("heading", { name, exact: true })).toBeVisible();
      await expect(visitor.getByText("2,200")).toHaveCount(0);
      await expect(visitor.getByText(words.field("energy"))).toHaveCount(0);
      await visitor.goto(at("/conditions"));
      await expect(visitor.getByText(name)).toHaveCount(0);
    });
  });
}
