import { expect, type Language, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

// One pair of twins and one firm serve both languages, one after the other.
test.describe.configure({ mode: "default" });

const twin = { "zh-CN": "云岚锂盐(虚构)", en: "Yunlan Lithium Salts Co., Ltd. (fictional)" };
const firm = { "zh-CN": "云岚锂盐股份有限公司(虚构)", en: "Yunlan Lithium Salts (fictional)" };

for (const language of ["zh-CN", "en"] as const satisfies Language[]) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test("[BD2] [BD3] [BD4] a duplicate firm is merged, its old address leads on, and the merge is undone", async ({
      as,
      at,
      page,
      allowConsole,
      expectAccessible,
    }) => {
      allowConsole(/400/);
      const t = wordsOf(language);
      const reason = t("common", "reason.label");
      const [gone, stays] = [twin[language], firm[language]];
      const officer = await as("officer@group.example");
      await officer.goto(at("/review/duplicates"));
      await expectAccessible(officer);
      const pair = officer
        .getByRole("article")
        .filter({ has: officer.getByRole("link", { name: gone, exact: true }) });
      await expect(pair.getByRole("table")).toBeVisible();
      const old = (await pair.getByRole("link", { name: gone, exact: true }).getAttribute("href")) ?? "";
      const kept = (await pair.getByRole("link", { name: stays, exact: true }).getAttribute("href")) ?? "";

      const merge = t("body", "pairs.mergeInto", { name: stays });
      await pair.getByRole("button", { name: merge }).click();
      const dialog = officer.getByRole("dialog");
      await dialog.getByLabel(reason).fill("One licence, one seat, one firm.");
      await dialog.getByRole("button", { name: merge }).click();
      // While the dialog stands, what lies under it has no roles.
      await expect(dialog).toHaveCount(0);
      await expect(pair).toHaveCount(0);

      await page.goto(old);
      await page.waitForURL((url) => url.pathname === kept);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(stays);

      await officer
        .getByRole("region", { name: t("body", "merges.title") })
        .getByRole("listitem")
        .filter({ hasText: gone })
        .getByRole("button", { name: t("body", "merges.undo") })
        .first()
        .click();
      await dialog.getByLabel(reason).fill("short");
      await dialog.getByRole("button", { name: t("body", "merges.undo") }).click();
      await expect(dialog.getByLabel(reason)).toHaveValue("short");
      await dialog.getByLabel(reason).fill("The licences are of two firms after all.");
      await dialog.getByRole("button", { name: t("body", "merges.undo") }).click();
      await expect(dialog).toHaveCount(0);
      await expect(pair).toHaveCount(1);
      await page.goto(old);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(gone);
    });

    test("[BD5] [BD6] [BD7] a firm objects to a fact about it, an officer answers with evidence, both read the history", async ({
      as,
      at,
      expectAccessible,
    }) => {
      const t = wordsOf(language);
      const mine = `某新名 ${Date.now()} (fictional)`;
      const admin = await as("buyer@cathode.example");
      await admin.goto(at(`/organizations?q=${encodeURIComponent("南岭正极")}`));
      await admin
        .getByRole("link", { name: /南岭正极|Nanling Cathode/ })
        .first()
        .click();
      await admin.waitForURL(/\/organizations\/[0-9A-Za-z]{12}$/);
      const own = admin.url();
      await expectAccessible(admin);
      await admin
        .getByRole("link", { name: t("body", "facts.object") })
        .first()
        .click();
      await admin.waitForURL(/\/contest/);
      await expectAccessible(admin);
      await admin.getByLabel(t("body", "contest.wanted")).fill(mine);
      await admin.getByRole("button", { name: t("body", "contest.send") }).click();
      await expect(admin.getByLabel(t("body", "contest.wanted"))).toHaveValue(mine);
      await admin
        .getByLabel(t("body", "contest.reason"))
        .fill("We were renamed in May; the register shows it.");
      await admin.getByRole("button", { name: t("body", "contest.send") }).click();
      await admin.waitForURL(/#facts$/);
      await expect(admin.getByText(mine)).toBeVisible();

      const officer = await as("officer@group.example");
      await officer.goto(at("/review/facts"));
      await expectAccessible(officer);
      const case_ = officer.getByRole("article").filter({ hasText: mine });
      const evidence = `Register of enterprises, looked up today: no such change. ${Date.now()}`;
      await case_.getByLabel(t("body", "queue.evidence")).fill(evidence);
      await case_.getByRole("button", { name: t("body", "queue.refuse") }).click();
      await expect(case_).toHaveCount(0);

      await admin.goto(own);
      await expect(admin.getByText(evidence).filter({ visible: true }).first()).toBeVisible();
      await expect(admin.getByRole("heading", { level: 1 })).toContainText(/南岭正极|Nanling Cathode/);
    });
  });
}
