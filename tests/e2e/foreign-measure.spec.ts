import { recordWords } from "@lilink/i18n";
import { expect, type Language, test } from "./fixtures.ts";
import { beginMeeting, callMeeting, decide, pickFirm } from "./hold-meeting.ts";
import { shanghaiDay } from "./shanghai.ts";
import { takeStep } from "./take-step.ts";
import { wordsOf } from "./words.ts";

// What is overdue joins the first meeting of the day, so one language goes after the other.
test.describe.configure({ mode: "default" });

for (const language of ["zh-CN", "en"] as const satisfies Language[])
  test.describe(`in ${language}`, () => {
    test.use({ language });

    // Two analysts, the list, a meeting, a vote and a firm in one story, each told by the clock of the worker.
    test("[WA3] [DU4] [DU5] [DU6] [VO3] a foreign measure is filed twice, merged, overdue, voted on, decided, and the duty done", async ({
      as,
      at,
      expectAccessible,
    }) => {
      const t = wordsOf(language);
      const words = recordWords("watchItem", language);
      const en = language === "en";
      const year = (en ? 2031 : 2061) + Math.floor(Math.random() * 30);
      const first = `Zimbabwe to ban lithium concentrate exports from ${year} (fictional)`;
      const second = `津巴布韦宣布${year}年起禁止出口锂精矿（虚构）`;
      const [officer, secretary] = [await as("officer@group.example"), await as("secretary@group.example")];
      const file = async (analyst: typeof officer, title: string) => {
        await analyst.goto(at("/watch-items/new"));
        await analyst.getByLabel(words.field("title"), { exact: true }).fill(title);
        await analyst.getByLabel(words.field("kind")).selectOption("trade");
        await analyst.getByLabel(words.field("country")).selectOption("ZW");
        await analyst.getByRole("checkbox", { name: words.choice("links", "smelting") }).check();
        await analyst.getByRole("button", { name: t("register", "form.save") }).click();
        await analyst.waitForURL(/\/watch-items\/[0-9A-Za-z]{12}$/);
      };
      await file(officer, first);
      await file(secretary, second);
      const alike = secretary.getByRole("listitem").filter({ hasText: first });
      await expect(alike).toContainText(String(year));
      await expect(secretary.getByText(t("governance", "watch.nodes"))).toBeVisible();
      await expectAccessible(secretary);
      await alike.getByRole("button", { name: t("governance", "watch.merge") }).click();
      const dialog = secretary.getByRole("dialog");
      await dialog.getByRole("textbox").fill("One event in two papers.");
      await dialog.getByRole("button", { name: t("governance", "watch.merge") }).click();
      await expect(secretary.getByText(words.state("merged")).first()).toBeVisible();

      await officer.reload();
      await expect(officer.getByText(t("governance", "watch.merged", { count: 1 }))).toBeVisible();
      await expect(officer.getByRole("link", { name: second })).toBeVisible();
      const item = officer.url();
      const heldAt = `${shanghaiDay()}T00:00`;
      const meeting = await callMeeting(officer, at, `Overdue items ${year}`, t, { heldAt });
      await officer.goto(item);
      await takeStep(officer, words.step("triage"), async (form) => {
        await form.getByLabel(words.field("severity")).selectOption("3");
        await form.getByLabel(words.field("dueOn")).fill(shanghaiDay(-3));
      });
      await officer.goto(at("/desk"));
      await expect(officer.getByRole("row").filter({ hasText: first })).toContainText(words.duty("decide"));
      const buyer = await as("buyer@cathode.example");
      const listed = buyer.getByRole("link", { name: first });
      await expect(async () => {
        await buyer.goto(at("/overdue"));
        await expect(listed).toBeVisible({ timeout: 10_000 });
      }).toPass({ timeout: 120_000 });
      await expectAccessible(buyer);

      // The meeting takes the item on its agenda by itself.
      await officer.goto(at(`/meetings/${meeting}`));
      const point = officer.getByRole("listitem").filter({ hasText: first }).first();
      await expect(point.getByRole("link", { name: t("meeting", "page.toItem") })).toBeVisible();
      await expectAccessible(officer);
      await beginMeeting(officer, t);
      const question = `Is a second source sought before ${year}? (fictional)`;
      const put = point.getByRole("button", { name: t("meeting", "vote.put"), exact: true });
      await put.click();
      await point.getByLabel(t("meeting", "vote.question"), { exact: true }).fill(question);
      await pickFirm(officer, t);
      await put.click();
      const ballots = point.getByRole("table", { name: t("meeting", "vote.ballots") });
      const row = (name: string) => ballots.getByRole("row").filter({ hasText: name });
      await expect(row(en ? "Key enterprise, smelting" : "冶炼环节重点企业")).toContainText(
        t("meeting", "vote.conflict.own"),
      );
      const said = t("meeting", "vote.choice.for");
      for (const seat of await ballots.getByRole("button", { name: said, exact: true }).all()) {
        await seat.click();
        await expect(seat).toHaveAttribute("aria-pressed", "true");
      }
      const close = officer.getByRole("button", { name: t("meeting", "vote.close"), exact: true });
      await close.click();
      await close.last().click();
      await expect(point.getByText(t("meeting", "vote.outcome.carried"), { exact: true })).toBeVisible();
      const decision = `Name a second source for ${year} (fictional)`;
      await decide(officer, decision, t, question, point);
      await expect(point.getByText(t("meeting", "vote.rests", { question }))).toBeVisible();
      await point.getByRole("link", { name: t("meeting", "page.toItem") }).click();
      await expect(officer.getByText(words.state("closed")).first()).toBeVisible();
      await buyer.reload();
      await expect(listed).toHaveCount(0);

      const firm = await as("admin@salt.example");
      await firm.goto(at("/meetings"));
      const duty = firm.getByRole("listitem").filter({ hasText: decision });
      const end = duty.getByRole("button", { name: t("meeting", "own.end"), exact: true });
      await end.click();
      await duty.getByLabel(t("meeting", "own.note"), { exact: true }).fill("A contract stands (fictional).");
      await end.click();
      // The field holds the same words until the end of the task stands.
      await expect(duty.getByRole("textbox")).toHaveCount(0);
      await expect(duty).toContainText("A contract stands (fictional).");
      await firm.goto(at("/desk"));
      await expect(firm.getByRole("cell", { name: decision, exact: true })).toHaveCount(0);
    });
  });
