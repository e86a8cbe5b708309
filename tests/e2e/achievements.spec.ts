import { recordWords } from "@lilink/i18n";
import type { Page } from "@playwright/test";
import { expect, type Language, test } from "./fixtures.ts";
import { shanghaiDay } from "./shanghai.ts";
import { takeStep } from "./take-step.ts";
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

for (const language of ["zh-CN", "en"] as const satisfies Language[]) {
  test.describe(`in ${language}`, () => {
    test.use({ language });
    const t = wordsOf(language);
    const words = recordWords("achievement", language);
    const en = language === "en";
    const mark = Date.now().toString(36);
    const title = en ? `Rapid drying of salts ${mark} (fictional)` : `锂盐快速干燥工艺 ${mark}（虚构）`;

    test("[AC4] [AC5] [AC8] [AC9] an office offers a result, a firm asks, both agree, and the relay follows to the licence", async ({
      as,
      at,
      allowConsole,
      expectAccessible,
    }) => {
      // An offer before the end of an embargo is refused on purpose.
      allowConsole(/status of 400/);
      const office = await as("prof@university.example");
      await office.goto(at("/achievements/new"));
      const field = (key: Parameters<typeof words.field>[0]) =>
        office.getByLabel(words.field(key), { exact: true });
      await field("title").fill(title);
      await office.getByRole("checkbox", { name: words.choice("links", "materials") }).check();
      await field("readiness").fill("7");
      await field("teaser").fill("Dries in two minutes.");
      await field("difference").fill("Infrared instead of hot air.");
      await field("ownCost").fill("0.3");
      await field("rivalCost").fill("0.5");
      for (const key of ["ownCost", "rivalCost"] as const)
        await field(key).locator("xpath=following-sibling::div[1]/select").selectOption("10k CNY/t");
      await field("basis").fill("500 t a year.");
      await field("embargoUntil").fill(shanghaiDay(3));
      await office.getByRole("button", { name: t("register", "form.save") }).click();
      await office.waitForURL(/\/achievements\/[0-9A-Za-z]{12}$/);
      const page = new URL(office.url()).pathname;
      await office.getByRole("button", { name: words.step("disclose"), exact: true }).click();
      await takeStep(office, words.step("clear"), (dialog) =>
        dialog.getByLabel(words.field("priorityOn"), { exact: true }).fill(shanghaiDay(-60)),
      );

      // Under embargo it is not offered; without one it is.
      await office.getByRole("button", { name: words.step("offer"), exact: true }).click();
      const dialog = office.getByRole("dialog");
      await dialog.getByLabel(words.field("offeredOn"), { exact: true }).fill(shanghaiDay(-30));
      await dialog.getByRole("button", { name: words.step("offer"), exact: true }).click();
      await expect(dialog.getByRole("alert")).toBeVisible();
      await office.goto(`${page}/edit`);
      await field("embargoUntil").fill("");
      await office.getByRole("button", { name: t("register", "form.save") }).click();
      await office.waitForURL((url) => url.pathname === page);
      await takeStep(office, words.step("offer"), (form) =>
        form.getByLabel(words.field("offeredOn"), { exact: true }).fill(shanghaiDay(-30)),
      );

      // It goes to the relay board from its page.
      const stage = (who: Page) => who.getByRole("region", { name: t("achievement", "stage"), exact: true });
      await stage(office)
        .getByRole("link", { name: t("achievement", "toRelay") })
        .click();
      await office.waitForURL(/\/fund\/relay\?/);
      await office.getByLabel(t("relay", "offer.use"), { exact: true }).fill("Dries LiFSI.");
      await office.getByRole("combobox", { name: t("relay", "offer.node") }).click();
      await office.getByPlaceholder(t("relay", "offer.search")).fill("LiFSI");
      await office
        .getByRole("option", { name: en ? /^lithium bis\(fluorosulfonyl\)imide/i : /^双氟磺酰亚胺锂/ })
        .first()
        .click();
      await office.getByRole("button", { name: t("relay", "offer.send"), exact: true }).click();
      await office.waitForURL(/\/fund\/relay\/[0-9A-Za-z_-]+$/);
      const relay = new URL(office.url()).pathname;

      // A firm asks from there, by a need of its own; a stranger reads nothing of it.
      const firm = await as("editor@electrolyte.example");
      await firm.goto(page);
      await stage(firm)
        .getByRole("link", { name: t("achievement", "ask") })
        .click();
      await firm.waitForURL(/\/introductions\/new/);
      await firm.getByRole("radio", { name: t("introduction", "aim.licence_talk") }).check();
      await firm
        .getByLabel(t("introduction", "ask.message"), { exact: true })
        .fill(en ? "We would like to talk about a licence." : "希望就许可事宜进一步沟通，谢谢。");
      await firm.getByLabel(t("introduction", "ask.ownNeed"), { exact: true }).selectOption({ index: 1 });
      await expectAccessible(firm);
      await firm.getByRole("button", { name: t("introduction", "ask.send"), exact: true }).click();
      await firm.waitForURL(/\/introductions\/[0-9A-Za-z_-]+$/);
      const introduction = new URL(firm.url()).pathname;
      const stranger = await as("editor@fluorine.example");
      await stranger.goto(page);
      await expect(stage(stranger).locator('[aria-current="step"]')).toHaveText(words.state("offered"));

      // The desk of the office shows it, and the office agrees.
      await office.goto(at("/desk"));
      await office.locator(`a[href="${introduction}"]`).first().click();
      await office.waitForURL((url) => url.pathname === introduction);
      await expect(office.getByRole("heading", { level: 1 })).toHaveText(title);
      await office.getByRole("radio", { name: t("introduction", "answer.accept") }).check();
      await expectAccessible(office);
      await office.getByRole("button", { name: t("introduction", "answer.send"), exact: true }).click();
      await expect(office.getByText(t("introduction", "state.accepted"), { exact: true })).toBeVisible();

      // The achievement is in talks and the result claimed, for everybody; with whom, for the two alone.
      await stranger.goto(page);
      await expect(stage(stranger).locator('[aria-current="step"]')).toHaveText(words.state("negotiating"));
      await stranger.goto(relay);
      await expect(stranger.getByText(t("relay", "one.secret"))).toBeVisible();
      await expect(stranger.getByText(t("relay", "lane.claimed"), { exact: true }).first()).toBeVisible();

      // Terms are agreed: one side records the contract, the other confirms it, and work has begun.
      await firm.goto(introduction);
      await firm.getByRole("button", { name: t("introduction", "ledger.propose") }).click();
      await firm.getByRole("radio", { name: t("introduction", "ledger.steps.contract") }).check();
      await firm.getByRole("button", { name: t("introduction", "ledger.send"), exact: true }).click();
      await expect(firm.getByText(t("introduction", "ledger.states.proposedOurs"))).toBeVisible();
      await office.goto(introduction);
      await office.getByRole("button", { name: t("introduction", "ledger.confirm") }).click();
      await expect(office.getByText(t("introduction", "ledger.states.confirmed"))).toBeVisible();
      await office.goto(page);
      await expect(stage(office)).toContainText(t("achievement", "contractBody"));
      await expectAccessible(office);
      await takeStep(office, words.step("transfer"), async (form) => {
        await form.getByLabel(words.field("mode"), { exact: true }).selectOption("licence");
        await form.getByLabel(words.field("contractOn"), { exact: true }).fill(shanghaiDay(0));
        await form.getByLabel(words.field("contractNumber"), { exact: true }).fill("L-7 (fictional)");
      });
      await expect(stage(office)).toContainText(words.choice("mode", "licence"));
      // What came of it is owed twelve months after the contract.
      await expect(office.getByText(words.duty("tellOutcome")).first()).toBeVisible();

      // The board shows it with its clock, and no name.
      await stranger.goto(at("/fund/relay"));
      await expect(stranger.getByRole("link").filter({ hasText: title }).first()).toBeVisible();
      await stranger.goto(relay);
      await expect(stranger.getByText(t("relay", "lane.working"), { exact: true }).first()).toBeVisible();
      await stranger.goto(at("/achievements"));
      await expectAccessible(stranger);
    });
  });
}
