import { sayCriterion } from "@lilink/i18n";
import { expect, test } from "./fixtures.ts";
import { shanghaiDay } from "./shanghai.ts";
import { wordsOf } from "./words.ts";

test("[FU11] [FU12] an application saves itself, is sealed until its call is opened, and late is late", async ({
  as,
  at,
  language,
  allowConsole,
  expectAccessible,
}) => {
  // The address of a sealed application answers an officer as if it were not there.
  allowConsole(/status of 404/);
  const t = wordsOf(language);
  const mark = Date.now().toString(36);
  const buyer = await as("buyer@cathode.example");
  await buyer.goto(at("/fund-calls"));
  const list = buyer.getByRole("figure").filter({ hasText: t("fund", "call.picture") });
  const open = list
    .getByRole("listitem")
    .filter({ hasText: t("fund", "phase.open") })
    .first();
  await open.getByRole("link").click();
  const call = buyer.url().split("/").at(-1) ?? "";
  await expectAccessible(buyer);
  await buyer.getByRole("button", { name: t("fund", "call.apply"), exact: true }).click();
  await buyer.waitForURL(/\/fund\/applications\/[0-9A-Za-z-]+$/);
  const field = (name: string) => buyer.getByLabel(t("fund", `form.${name}`), { exact: true });
  await field("title").fill(`Films in the cold ${mark} (fictional)`);
  await field("abstract").fill("What forms at minus forty degrees.");
  await field("body").fill("A plan.");
  await field("asked").fill("3000000");
  await field("months").fill("36");
  const saved = buyer.getByRole("status").filter({ hasText: /\d\d:\d\d/ });
  await expect(saved).toBeVisible();
  await expect(buyer.getByText(t("posting", "save.saving"))).toHaveCount(0);
  await expect(buyer.getByText(t("posting", "save.waiting"))).toHaveCount(0);
  await buyer.reload();
  await expect(field("body")).toHaveValue("A plan.");
  await expectAccessible(buyer);
  const submit = buyer.getByRole("button", { name: t("fund", "form.submit"), exact: true });
  await submit.click();
  await buyer
    .getByRole("dialog")
    .getByRole("button", { name: t("fund", "form.submit"), exact: true })
    .click();
  await expect(buyer.getByText(t("fund", "state.submitted"), { exact: true }).first()).toBeVisible();
  const address = new URL(buyer.url()).pathname;

  // Sealed: neither the room nor the address shows it to an officer before the close.
  const officer = await as("officer@group.example");
  await officer.goto(at(`/fund-calls/${call}/room`));
  await expect(officer.getByText(`Films in the cold ${mark}`)).toHaveCount(0);
  await expect(officer.getByRole("button", { name: t("fund", "room.open"), exact: true })).toHaveCount(0);
  const answer = await officer.goto(address);
  expect(answer?.status()).toBe(404);
  const paper = `/api/export/fund-application-paper?application=${address.split("/").at(-1)}&locale=${language}`;
  expect((await officer.request.get(paper)).status()).toBe(404);
  const printed = await buyer.request.get(paper);
  expect([printed.status(), (await printed.body()).subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);

  // After the close what is typed is kept and cannot be handed in.
  const late = await as("daughter@cathode.example");
  await late.goto(at("/fund/applications"));
  await late.getByRole("link", { name: /未及时提交/ }).click();
  await expect(late.getByText(t("fund", "form.late"))).toBeVisible();
  await late.getByLabel(t("fund", "form.body"), { exact: true }).fill(`Kept all the same ${mark}`);
  await expect(late.getByText(t("posting", "save.waiting"))).toHaveCount(0);
  await expect(late.getByText(t("posting", "save.saving"))).toHaveCount(0);
  await late.reload();
  await expect(late.getByLabel(t("fund", "form.body"), { exact: true })).toHaveValue(
    `Kept all the same ${mark}`,
  );
  await expect(late.getByRole("button", { name: t("fund", "form.submit"), exact: true })).toHaveCount(0);
});

test("[FU14] [FU15] [FU17] [FU18] a conflict, another reviewer, the rank list, a grant and its payment", async ({
  as,
  at,
  language,
  allowConsole,
  expectAccessible,
}) => {
  const t = wordsOf(language);
  // The last act is refused on purpose.
  allowConsole(/status of 412/);
  const prof = await as("prof@university.example");
  await prof.goto(at("/fund/reviews"));
  await expect(prof.getByText(t("fund", "desk.done", { done: 2, all: 4 })).first()).toBeVisible();
  await expectAccessible(prof);
  await prof.getByRole("link", { name: /含氟废液回收氟化锂/ }).click();
  for (const name of ["diffusion", "innovation", "continuity"] as const)
    await expect(prof.getByRole("group", { name: new RegExp(sayCriterion(name, language)) })).toBeVisible();
  await expectAccessible(prof);
  await prof.getByRole("button", { name: t("fund", "task.recuse"), exact: true }).click();
  const dialog = prof.getByRole("dialog");
  await dialog.getByLabel(t("common", "reason.label")).fill("We filed a patent together.");
  await dialog.getByRole("button", { name: t("fund", "task.recuse"), exact: true }).click();
  await prof.waitForURL(/\/fund\/reviews$/);
  await expect(prof.getByText(t("fund", "desk.hidden"))).toBeVisible();

  // The worker finds somebody else for the task that came back.
  const officer = await as("officer@group.example");
  await officer.goto(at("/fund-calls"));
  await officer
    .getByRole("figure")
    .getByRole("link", { name: /黑粉优先提锂示范|Lithium-first recycling of black mass/ })
    .click();
  await officer.getByRole("link", { name: t("fund", "call.room"), exact: true }).click();
  const table = officer.getByRole("table", { name: t("fund", "room.applications") });
  const row = (title: string) => table.getByRole("row").filter({ hasText: title });
  await expect(row("含氟废液回收氟化锂")).toContainText(t("fund", "reviewState.recused"));
  await officer.getByRole("button", { name: t("fund", "room.assign"), exact: true }).click();
  await expect(
    row("含氟废液回收氟化锂").getByText(t("fund", "reviewState.assigned"), { exact: true }),
  ).toBeVisible();
  await expectAccessible(officer);

  const best = officer.getByRole("combobox", { name: `${t("fund", "room.decision")} 1`, exact: true });
  await expect(best).toHaveValue("recommend");
  await officer.getByLabel(t("fund", "room.minutes"), { exact: true }).fill("The grey ones were heard.");
  await officer.getByLabel(t("fund", "room.recusals"), { exact: true }).fill("A member / 2 / Former pupil");
  await officer.getByRole("button", { name: t("fund", "room.rank"), exact: true }).click();
  await expect(officer.getByText("The grey ones were heard.")).toBeVisible();
  await expect(officer.getByText(/Former pupil/)).toBeVisible();
  const chosen = table
    .getByRole("row")
    .filter({ hasText: t("fund", "state.recommended") })
    .first();
  await chosen.getByRole("button", { name: t("fund", "room.award"), exact: true }).click();
  const grant = officer.getByRole("dialog");
  await grant.getByLabel(t("fund", "room.startsOn"), { exact: true }).fill(shanghaiDay(30));
  await grant.getByRole("button", { name: t("fund", "room.award"), exact: true }).click();
  await officer
    .getByRole("link", { name: t("fund", "room.toAward"), exact: true })
    .first()
    .click();
  await officer.waitForURL(/\/fund\/awards\//);
  await expectAccessible(officer);

  // One officer orders, the same one cannot release, another does.
  await officer.getByLabel(t("fund", "award.payAmount"), { exact: true }).fill("100000");
  await officer.getByLabel(t("fund", "award.note"), { exact: true }).fill("First part");
  await officer.getByRole("button", { name: t("fund", "award.order"), exact: true }).click();
  const payments = officer.getByRole("table", { name: t("fund", "award.payments") });
  await expect(payments).toContainText(t("fund", "award.twoPeople"));
  await expect(payments.getByRole("button", { name: t("fund", "award.release"), exact: true })).toHaveCount(
    0,
  );
  const secretary = await as("secretary@group.example");
  await secretary.goto(new URL(officer.url()).pathname);
  await secretary.getByRole("button", { name: t("fund", "award.release"), exact: true }).click();
  await expect(
    secretary
      .getByRole("table", { name: t("fund", "award.payments") })
      .getByText(t("fund", "paymentState.paid"), { exact: true }),
  ).toBeVisible();

  // The fund is refused a look without a cause, in words.
  await secretary.getByRole("button", { name: t("fund", "award.check"), exact: true }).click();
  await expect(secretary.getByText(t("fund", "refusal.noCause"))).toBeVisible();
  await secretary.goto(at("/fund"));
  await expect(secretary.getByRole("heading", { level: 1 })).toHaveText(t("fund", "portfolio.title"));
  await expectAccessible(secretary);
});
