import { recordWords } from "@lilink/i18n";
import type { Page } from "@playwright/test";
import { expect, type Language, test } from "./fixtures.ts";
import { moveEvent } from "./let-time-pass.ts";
import { shanghaiDay } from "./shanghai.ts";
import { takeStep } from "./take-step.ts";
import { wordsOf } from "./words.ts";

const phone = { width: 375, height: 740 };
const hall = {
  ...{ slotMinutes: 20, gapMinutes: 5, slots: 4, tables: 3, zones: 1, walkMinutes: 2 },
  ...{ mostMeetings: 4, mostInRow: 4, capacity: 20 },
};

for (const language of ["zh-CN", "en"] as const satisfies Language[]) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test("[EV1] [EV3] [EV8] [EV9] [EV10] [EV12] an event on a phone from its call to its yield, with a no-show repaired on the day", async ({
      as,
      at,
      expectAccessible,
    }) => {
      const t = wordsOf(language);
      const words = recordWords("exchangeEvent", language);
      const officer = await as("officer@group.example");
      const title = `Matching day ${Date.now()} (fictional)`;
      const tomorrow = shanghaiDay(1);

      await officer.goto(at("/events/new"));
      await officer.getByLabel(words.field("title"), { exact: true }).fill(title);
      await officer.getByLabel(words.field("kind")).selectOption("matching");
      await officer.getByLabel(words.field("province")).selectOption("36");
      await officer.getByLabel(words.field("venue")).fill("Hall 1");
      for (const field of ["startsOn", "endsOn"] as const)
        await officer.getByLabel(words.field(field)).fill(tomorrow);
      await officer.getByLabel(words.field("interestUntil")).fill(shanghaiDay(0));
      await officer.getByLabel(words.field("opensAt")).selectOption("09:00");
      for (const [field, value] of Object.entries(hall))
        await officer.getByLabel(words.field(field), { exact: true }).fill(String(value));
      await officer.getByRole("button", { name: t("register", "form.save") }).click();
      await officer.waitForURL(/\/events\/[0-9A-Za-z]{12}$/);
      const event = new URL(officer.url()).pathname.replace(/^\/en/, "");
      const step = async (name: string, state: string) => {
        await officer.goto(at(event));
        await takeStep(officer, words.step(name));
        await expect(officer.getByRole("main").getByText(words.state(state)).first()).toBeVisible();
      };
      await step("announce", "announced");
      await step("open", "registration");

      const guests = ["buyer@cathode.example", "admin@salt.example", "prof@university.example"];
      const phones: Page[] = [];
      for (const email of guests) {
        const page = await as(email);
        await page.setViewportSize(phone);
        await page.goto(at(event));
        await page.getByRole("link", { name: t("event", "panel.attend"), exact: true }).click();
        await page.getByLabel(t("event", "attend.name")).fill(`Person of ${email}`);
        await page.getByRole("button", { name: t("event", "attend.save") }).click();
        await page.waitForURL(/\/interest$/);
        phones.push(page);
      }
      const [buyer, salt, prof] = phones as [Page, Page, Page];
      await expectAccessible(buyer);
      const wants = [
        [buyer, /云岚|Yunlan/],
        [buyer, /大学|University/],
        [salt, /南岭|Nanling/],
        [prof, /南岭|Nanling/],
      ] as const;
      for (const [page, name] of wants) {
        await page.reload();
        const group = page.getByRole("group", { name }).filter({ visible: true }).last();
        await group.getByRole("button", { name: t("event", "interest.three") }).click();
        await expect(group.getByRole("button", { name: t("event", "interest.three") })).toHaveAttribute(
          "aria-pressed",
          "true",
        );
      }

      await step("close", "interest_closed");
      await officer.goto(at(`${event}/board`));
      await officer.getByRole("button", { name: t("event", "board.plan") }).click();
      await expect(async () => {
        await officer.reload();
        await expect(officer.getByText(t("event", "board.placedLine", { placed: 2, most: 2 }))).toBeVisible({
          timeout: 1000,
        });
      }).toPass();
      await expectAccessible(officer);
      const publish = async (version: number) => {
        await officer.getByRole("button", { name: t("event", "board.publish", { version }) }).click();
        const dialog = officer.getByRole("dialog");
        await dialog.getByRole("button", { name: t("event", "board.publish", { version }) }).click();
        await expect(dialog).toBeHidden();
      };
      await publish(1);

      await buyer.goto(at(`${event}/day`));
      const meetings = buyer.getByRole("main").getByRole("listitem").filter({ hasText: "Person of" });
      await expect(meetings).toHaveCount(2);
      await expectAccessible(buyer);
      const download = buyer.waitForEvent("download");
      await buyer.getByRole("link", { name: t("event", "day.calendar") }).click();
      expect((await download).suggestedFilename()).toMatch(/\.ics$/);

      // It runs on its day at the earliest; its slots are yet to come, whatever the hour of this test.
      const eventId = event.split("/").at(-1) ?? "";
      await officer.goto(at(event));
      const stepButton = (name: string) =>
        officer.getByRole("button", { name: words.step(name), exact: true });
      await expect(stepButton("cancel")).toBeVisible();
      await expect(stepButton("start")).toHaveCount(0);
      await moveEvent(eventId, -1);
      await step("start", "running");
      await moveEvent(eventId, 1);
      await officer.goto(at(`${event}/board`));
      for (const page of [buyer, prof]) {
        await page.goto(at(`${event}/day`));
        const code = (await page.locator("main .font-mono").first().textContent()) ?? "";
        await officer.getByLabel(t("event", "board.code6"), { exact: true }).fill(code);
        await officer.getByRole("button", { name: t("event", "board.letIn"), exact: true }).click();
        await expect(officer.getByLabel(t("event", "board.code6"), { exact: true })).toHaveValue("");
      }
      const miss = officer.getByRole("button", {
        name: new RegExp(`^${t("event", "board.miss")}.*(云岚|Yunlan)`),
      });
      await miss.click();
      await expect(miss).toHaveCount(0);
      await officer.getByRole("button", { name: t("event", "board.try") }).click();
      await expect(
        officer.getByText(t("event", "board.comesTo", { moved: 0, cancelled: 1, added: 0 })),
      ).toBeVisible();
      await officer.getByRole("button", { name: t("event", "board.keep") }).click();
      await publish(2);
      await buyer.goto(at(`${event}/day`));
      await expect(meetings).toHaveCount(1);
      await salt.goto(at(`${event}/day`));
      await expect(salt.getByText(t("event", "day.noMeeting"))).toBeVisible();

      await step("finish", "done");
      await officer.goto(at(event));
      const told = officer.getByRole("region", { name: t("event", "yield.title") });
      await expect(told.getByText(t("event", "yield.heldLine", { held: 1, placed: 1 }))).toBeVisible();
      await expect(told.getByText(t("event", "yield.notComparable"))).toBeVisible();
    });
  });
}

test("[EV11] [EV12] after an event a firm tells with a thumb what came of each meeting, and reads the yield", async ({
  as,
  at,
  language,
  expectAccessible,
}) => {
  const t = wordsOf(language);
  const buyer = await as("buyer@cathode.example");
  await buyer.setViewportSize(phone);
  await buyer.goto(at("/events"));
  await buyer
    .getByRole("link", { name: /秋季对接会|Autumn matching day/ })
    .first()
    .click();
  await expect(buyer.getByRole("region", { name: t("event", "yield.title") })).toBeVisible();
  await buyer.getByRole("link", { name: t("event", "panel.day"), exact: true }).click();
  await buyer.waitForURL(/\/day$/);
  await expect(buyer.getByRole("heading", { level: 1 })).toHaveText(t("event", "day.title"));
  await expectAccessible(buyer);
  // Each meeting asks one thing; the answers unfold behind it. When it asks again is said once.
  await expect(buyer.getByText(t("event", "outcome.later", { days: "30" }))).toHaveCount(1);
  const ask = buyer.getByRole("button", { name: t("event", "outcome.ask") });
  const card = buyer.locator("li").filter({ has: ask }).first();
  await card.getByRole("button", { expanded: false }).click();
  await expectAccessible(buyer);
  const after = t("event", "outcome.after", { days: 1 });
  const followUp = t("event", "outcome.follow_up");
  await card.getByRole("group", { name: after }).getByRole("button", { name: followUp }).click();
  await expect(card.getByText(`${after}: ${followUp}`)).toBeVisible();
});
