import { expect, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

// A stock from its first tonnes to a release that needs a decision; nobody outside reads a tonne.
test("[RS1] [RS2] an officer opens the store room, enters moves, and a visitor sees a band alone", async ({
  as,
  at,
  language,
  page: visitor,
  expectAccessible,
  allowConsole,
}) => {
  allowConsole(/400/);
  const t = wordsOf(language);
  const officer = await as("officer@group.example");
  await officer.goto(at("/supply/reserves"));
  const room = officer.getByRole("region", { name: t("supply", "reserve.room") });
  await room.getByRole("button", { name: t("supply", "reserve.open") }).click();
  for (const [name, value] of Object.entries({
    ...{ grade: "99.9 %", form: "bags", site: "Store of a journey", custodian: "a keeper" },
    targetDays: "30",
  }))
    await room.getByLabel(t("supply", `reserve.${name as "grade"}`), { exact: true }).fill(value);
  await room.getByRole("button", { name: t("supply", "reserve.addSave"), exact: true }).click();
  const shelf = room.getByRole("article").filter({ hasText: "Store of a journey" });
  await expect(shelf).toBeVisible();

  const enter = async (kind: "in" | "out", tonnes: string, day: string) => {
    await room
      .getByLabel(t("supply", "reserve.stock"), { exact: true })
      .selectOption({ label: `${t("supply", "products.carbonate")} · Store of a journey` });
    await room.getByLabel(t("supply", "reserve.kind"), { exact: true }).selectOption(kind);
    await room.getByLabel(t("supply", "reserve.tonnes"), { exact: true }).fill(tonnes);
    await room.getByLabel(t("supply", "reserve.day"), { exact: true }).fill(day);
    await room.getByRole("button", { name: t("supply", "reserve.save"), exact: true }).click();
  };
  await enter("in", "7777", "2026-06-01");
  await expect(shelf.getByRole("cell", { name: "7,777" })).toBeVisible();
  // Without a decision nothing leaves, and what was typed stays.
  await enter("out", "500", "2026-07-01");
  await expect(room.getByLabel(t("supply", "reserve.decision"), { exact: true })).toHaveAttribute(
    "aria-invalid",
    "true",
  );
  await room.getByLabel(t("supply", "reserve.decision"), { exact: true }).selectOption({ index: 1 });
  await room.getByRole("button", { name: t("supply", "reserve.save"), exact: true }).click();
  await expect(
    shelf.getByRole("cell", { name: t("supply", "reserve.kinds.out"), exact: true }),
  ).toBeVisible();
  await expectAccessible(officer);

  await visitor.goto(at("/supply/reserves"));
  await expect(
    visitor.getByRole("heading", { name: t("supply", "reserve.cover"), exact: true }),
  ).toBeVisible();
  await expect(visitor.getByRole("heading", { name: t("supply", "reserve.room"), exact: true })).toHaveCount(
    0,
  );
  await expect(visitor.getByText("7,777")).toHaveCount(0);
});
