import { expect, type Language, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

// A stock from its first tonnes to a rotation that needs a decision; nobody outside reads a tonne.
for (const language of ["zh-CN", "en"] as const satisfies Language[])
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test("[RS1] [RS2] an officer opens the store room, rotates a stock by decision, and a visitor sees a band alone", async ({
      as,
      at,
      language,
      page: visitor,
      expectAccessible,
      allowConsole,
    }) => {
      allowConsole(/400/);
      const t = wordsOf(language);
      const site = `Store of a journey ${language}`;
      const [tonnes, shown] = language === "en" ? ["7777", "7,777"] : ["8888", "8,888"];
      const officer = await as("officer@group.example");
      await officer.goto(at("/supply/reserves"));
      const room = officer.getByRole("region", { name: t("supply", "reserve.room") });
      await room.getByRole("button", { name: t("supply", "reserve.open") }).click();
      for (const [name, value] of Object.entries({
        ...{ grade: "99.9 %", form: "bags", site, custodian: "a keeper" },
        targetDays: "30",
      }))
        await room.getByLabel(t("supply", `reserve.${name as "grade"}`), { exact: true }).fill(value);
      await room.getByRole("button", { name: t("supply", "reserve.addSave"), exact: true }).click();
      const shelf = room.getByRole("article").filter({ hasText: site });
      await expect(shelf).toBeVisible();

      const enter = async (kind: "in" | "rotate", amount: string, day: string) => {
        await room
          .getByLabel(t("supply", "reserve.stock"), { exact: true })
          .selectOption({ label: `${t("supply", "products.carbonate")} · ${site}` });
        await room.getByLabel(t("supply", "reserve.kind"), { exact: true }).selectOption(kind);
        await room.getByLabel(t("supply", "reserve.tonnes"), { exact: true }).fill(amount);
        await room.getByLabel(t("supply", "reserve.day"), { exact: true }).fill(day);
        await room.getByRole("button", { name: t("supply", "reserve.save"), exact: true }).click();
      };
      await enter("in", tonnes, "2026-06-01");
      await expect(shelf.getByRole("cell", { name: shown })).toBeVisible();
      // Without a decision nothing is rotated, and what was typed stays.
      await enter("rotate", "500", "2026-07-01");
      await expect(room.getByLabel(t("supply", "reserve.decision"), { exact: true })).toHaveAttribute(
        "aria-invalid",
        "true",
      );
      await room.getByLabel(t("supply", "reserve.decision"), { exact: true }).selectOption({ index: 1 });
      await room.getByRole("button", { name: t("supply", "reserve.save"), exact: true }).click();
      await expect(
        shelf.getByRole("cell", { name: t("supply", "reserve.kinds.rotate"), exact: true }),
      ).toBeVisible();
      await expectAccessible(officer);

      await visitor.goto(at("/supply/reserves"));
      await expect(
        visitor.getByRole("heading", { name: t("supply", "reserve.cover"), exact: true }),
      ).toBeVisible();
      await expect(
        visitor.getByRole("heading", { name: t("supply", "reserve.room"), exact: true }),
      ).toHaveCount(0);
      await expect(visitor.getByText(shown)).toHaveCount(0);
    });
  });
