import { recordWords } from "@lilink/i18n";
import { strFromU8 } from "fflate";
import { textOf } from "./fill-template.ts";
import { expect, type Language, test } from "./fixtures.ts";
import { download } from "./read-figures.ts";
import { takeStep } from "./take-step.ts";
import { wordsOf } from "./words.ts";

for (const language of ["zh-CN", "en"] as const satisfies Language[]) {
  test.describe(`in ${language}`, () => {
    test.use({ language });
    const t = wordsOf(language);
    const mark = language === "en" ? "E" : "Z";

    test("[WA1] a watch item is filed, graded, discussed and decided; a firm reads it, a visitor does not", async ({
      as,
      at,
      page: visitor,
      expectAccessible,
      allowConsole,
    }) => {
      // Three people and every step of a record.
      const words = recordWords("watchItem", language);
      const title = `A tariff on anodes ${mark} (fictional)`;
      const officer = await as("officer@group.example");
      await officer.goto(at("/watch-items/new"));
      await officer.getByLabel(words.field("title"), { exact: true }).fill(title);
      await officer.getByRole("button", { name: t("register", "form.save") }).click();
      await expect(officer.getByRole("alert").filter({ hasText: words.field("kind") })).toBeVisible();
      await officer.reload();
      await expect(officer.getByLabel(words.field("title"), { exact: true })).toHaveValue(title);
      await officer.getByLabel(words.field("kind")).selectOption("trade");
      await officer.getByLabel(words.field("country")).selectOption("US");
      await officer.getByRole("checkbox", { name: words.choice("links", "materials") }).check();
      await officer.getByRole("button", { name: t("register", "form.save") }).click();
      await officer.waitForURL(/\/watch-items\/[0-9A-Za-z]{12}$/);
      await expect(officer.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expectAccessible(officer);

      await takeStep(officer, words.step("triage"), async (dialog) => {
        await dialog.getByLabel(words.field("severity")).selectOption("3");
        await expect(dialog.getByLabel(words.field("dueOn"))).not.toHaveValue("");
      });
      await takeStep(officer, words.step("discuss"), (dialog) =>
        dialog.getByLabel(words.field("finding")).fill("It concerns three firms."),
      );
      await takeStep(officer, words.step("close"), async (dialog) => {
        await dialog.getByLabel(words.field("decision")).selectOption("no_action");
        await dialog.getByLabel(words.field("because")).fill("The volume is small.");
      });
      await expect(officer.getByText(words.state("closed")).first()).toBeVisible();

      await officer.goto(at(`/watch-items?q=${encodeURIComponent(title)}`));
      await officer.getByRole("link", { name: t("register", "list.byDuty"), exact: true }).click();
      await expect(officer).toHaveURL(/[?&]sort=due/);
      const group = t("register", "list.duty.none", { count: "" }).trim();
      await expect(officer.getByRole("rowheader", { name: group })).toBeVisible();
      await officer.getByRole("link", { name: title }).click();
      await officer.getByRole("link", { name: t("register", "panel.page") }).click();
      await officer.waitForURL(/\/watch-items\/[0-9A-Za-z]{12}$/);

      const buyer = await as("buyer@cathode.example");
      await buyer.goto(new URL(officer.url()).pathname);
      await expect(buyer.getByText("The volume is small.")).toBeVisible();
      await expect(buyer.getByRole("link", { name: t("register", "edit") })).toHaveCount(0);

      allowConsole(/status of 404/);
      const answer = await visitor.goto(new URL(officer.url()).pathname);
      expect([401, 404, 200]).toContain(answer?.status());
      expect(await visitor.content()).not.toContain("The volume is small.");
    });

    test("[RG3] a standard is drafted by one officer and published by another; everybody finds it", async ({
      as,
      at,
      page: visitor,
    }) => {
      const words = recordWords("standard", language);
      const number = `T/LILINK 00${mark === "E" ? 1 : 2}-2026`;
      const called = `Black mass ${mark} (fictional)`;
      const officer = await as("officer@group.example");
      await officer.goto(at("/standards/new"));
      await officer.getByLabel(words.field("number"), { exact: true }).fill(number);
      await officer.getByLabel(words.field("title"), { exact: true }).fill(called);
      await officer.getByLabel(words.field("body")).selectOption("T");
      await officer.getByLabel(words.field("stage")).selectOption("draft");
      await officer.getByRole("button", { name: t("register", "form.save") }).click();
      await officer.waitForURL(/\/standards\/[0-9A-Za-z]{12}$/);
      const path = new URL(officer.url()).pathname;
      await officer.getByRole("button", { name: words.step("submit") }).click();
      await expect(officer.getByText(words.state("in_review")).first()).toBeVisible();
      await expect(officer.getByRole("button", { name: words.step("publish") })).toHaveCount(0);

      const secretary = await as("secretary@group.example");
      await secretary.goto(path);
      await secretary.getByRole("button", { name: words.step("publish") }).click();
      await expect(secretary.getByText(words.state("published")).first()).toBeVisible();

      await visitor.goto(at(`/standards?q=${encodeURIComponent(number)}`));
      // The record opens beside its list; Escape closes it, and its page is one link away.
      const title = visitor.getByRole("link", { name: called });
      await title.click();
      const panel = visitor.getByRole("complementary", { name: called });
      await expect(panel).toBeVisible();
      await expect(visitor).toHaveURL(/[?&]record=/);
      await visitor.keyboard.press("Escape");
      await expect(panel).toHaveCount(0);
      await title.click();
      await panel.getByRole("link", { name: t("register", "panel.page") }).click();
      await expect(visitor.getByRole("heading", { level: 1, name: called })).toBeVisible();
    });

    test("[RG11] chosen standards are submitted together; what is refused says why beside its row", async ({
      as,
      at,
      expectAccessible,
      allowConsole,
    }) => {
      allowConsole(/status of 400/);
      const words = recordWords("standard", language);
      const [whole, half] = [`T/BULK ${mark}1-2026`, `T/BULK ${mark}2-2026`];
      const officer = await as("officer@group.example");
      for (const number of [whole, half]) {
        await officer.goto(at("/standards/new"));
        await officer.getByLabel(words.field("number"), { exact: true }).fill(number);
        await officer
          .getByLabel(words.field("title"), { exact: true })
          .fill(`Bulkmass${mark} ${number} (fictional)`);
        if (number === whole) {
          await officer.getByLabel(words.field("body")).selectOption("T");
          await officer.getByLabel(words.field("stage")).selectOption("draft");
        }
        await officer.getByRole("button", { name: t("register", "form.save") }).click();
        await officer.waitForURL(/\/standards\/[0-9A-Za-z]{12}$/);
      }
      await officer.goto(at(`/standards?own=true&q=Bulkmass${mark}`));
      await officer.getByRole("checkbox", { name: t("register", "bulk.all", { count: 2 }) }).check();
      await expectAccessible(officer);
      await takeStep(officer, words.step("submit"));
      const step = words.step("submit");
      const outcome = t("register", "bulk.result", { step, done: 1, refused: 1 });
      await expect(officer.getByRole("status").filter({ hasText: outcome })).toBeVisible();
      const refused = officer.getByRole("row").filter({ hasText: half });
      await expect(
        refused
          .getByRole("listitem")
          .filter({ hasText: words.field("body") })
          .first(),
      ).toBeVisible();
      await expect(refused.getByRole("checkbox")).toBeChecked();
      const done = officer.getByRole("row").filter({ hasText: whole });
      await expect(done.getByText(words.state("in_review"))).toBeVisible();
      await expect(done.getByRole("checkbox")).not.toBeChecked();
      const bar = officer.getByRole("region", { name: t("register", "bulk.label") });
      const exported = strFromU8(await download(bar, t("common", "action.downloadCsv")));
      expect([exported.includes(half), exported.includes(whole)]).toEqual([true, false]);
    });

    test("[SE6] a reader keeps a view of a register, finds it again as a chip, renames and removes it", async ({
      as,
      at,
      expectAccessible,
    }) => {
      const reader = await as("buyer@cathode.example");
      // What is kept already is not kept again, and both languages may run at once.
      const sort = language === "en" ? "-number" : "number";
      await reader.goto(at(`/standards?stage=in_force&sort=${sort}`));
      await reader.getByRole("button", { name: t("register", "saved.save") }).click();
      const dialog = reader.getByRole("dialog");
      await dialog.getByLabel(t("register", "saved.name")).fill(`In force ${mark}`);
      await dialog.getByRole("button", { name: t("common", "action.save") }).click();
      const views = reader.getByRole("navigation", { name: t("register", "saved.title") });
      await expect(views.getByRole("link", { name: `In force ${mark}` })).toHaveAttribute(
        "aria-current",
        "page",
      );
      await expectAccessible(reader);
      await reader.goto(at("/standards"));
      await views.getByRole("link", { name: `In force ${mark}` }).click();
      await expect(reader).toHaveURL(new RegExp(`[?]sort=${sort}&stage=in_force`));

      await reader.getByRole("button", { name: t("register", "saved.manage") }).click();
      const kept = dialog.getByRole("form", { name: `In force ${mark}` });
      await kept.getByLabel(t("register", "saved.name")).fill(`Binding ${mark}`);
      await kept.getByRole("button", { name: t("register", "saved.rename"), exact: true }).click();
      const removes = t("register", "saved.removeOne", { name: `Binding ${mark}` });
      await dialog.getByRole("button", { name: removes }).click();
      await expect(dialog.getByRole("form", { name: `Binding ${mark}` })).toHaveCount(0);
    });

    test("[RG8] a file of standards comes in by the page, comes back marked where it is at fault, and goes out again", async ({
      as,
      at,
      expectAccessible,
    }) => {
      const words = recordWords("standard", language);
      const read = { timeout: 60_000 };
      // A person sends one file at a time, and both languages may run at once.
      const officer = await as(language === "en" ? "secretary@group.example" : "officer@group.example");
      await officer.goto(at("/standards"));
      await officer.getByRole("link", { name: t("register", "import.link") }).click();
      await officer.waitForURL(/\/standards\/import$/);
      const template = await download(officer, t("register", "import.templateCsv"));
      expect(strFromU8(template)).toContain(words.field("number"));
      const number = `T/FILE ${mark}1-2026`;
      const send = (name: string, body: string | Uint8Array) =>
        officer
          .locator("#record-file")
          .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(body) });
      const file = (name: string) => officer.getByRole("listitem").filter({ hasText: name }).first();
      const rowOf = (stage: string) =>
        `number,title.en,body,stage,source.title,reading\n${number},By file (fictional),T,${stage},A page,seen\n`;

      await send("wrong.csv", rowOf("nothing"));
      await expect(file("wrong.csv").getByText(t("register", "import.faulty", { count: 1 }))).toBeVisible(
        read,
      );
      await expectAccessible(officer);
      const marked = textOf(await download(officer, t("register", "import.marked")));
      expect(marked).toContain(t("register", "file.fault"));

      const done = (created: number, unchanged: number) =>
        t("register", "import.done", { created, updated: 0, unchanged });
      await send("right.csv", rowOf("draft"));
      await expect(file("right.csv").getByText(done(1, 0))).toBeVisible(read);
      await officer.goto(at(`/standards?own=true&q=${encodeURIComponent(number)}`));
      const exported = await download(officer, t("common", "action.downloadCsv"));
      expect(strFromU8(exported)).toContain("A page");
      await officer.goto(at("/standards/import"));
      await send("again.csv", exported);
      await expect(file("again.csv").getByText(done(0, 1))).toBeVisible(read);
    });
  });
}

/** Opens the dialog of a step, fills it in, confirms, and waits until it is gone. */
