import { formatPeriod, recordWords } from "@lilink/i18n";
import { findConcept } from "@lilink/model/chain";
import { parsePeriod } from "@lilink/model/return";
import { beginWork, confirmByVote, proposeLink } from "./confirm-link.ts";
import { expect, type Language, test } from "./fixtures.ts";
import { claimResult, fileUse, offerResult, useResult } from "./hand-on.ts";
import { letCallClose, reviewerOf } from "./let-time-pass.ts";
import { makeRelease } from "./make-release.ts";
import { download, releaseOfGoal } from "./read-figures.ts";
import { apply, publishCall, review } from "./run-call.ts";
import { shanghaiDay } from "./shanghai.ts";
import { takeStep } from "./take-step.ts";
import { wordsOf } from "./words.ts";

/** A node whose gap is closed but for a trace, and a firm that needs it. */
const stories = {
  "zh-CN": { node: "niso4", firm: "daughter@cathode.example", search: "硫酸镍" },
  en: { node: "lipf6", firm: "editor@electrolyte.example", search: "lithium hexafluorophosphate" },
} as const;

// Both move the figure of one goal: one after the other.
test.describe.configure({ mode: "default" });

for (const language of ["zh-CN", "en"] as const satisfies Language[]) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test("from a weak link to money, to a result in use, and to the goal", async ({
      as,
      at,
      allowConsole,
      expectAccessible,
    }) => {
      test.setTimeout(900_000);
      // A first use without its proof is refused on purpose, a release while another is made by chance.
      allowConsole(/status of 4(00|12)/);
      const t = wordsOf(language);
      const words = recordWords("weakLink", language);
      const { node, firm: firmEmail, search } = stories[language];
      const concept = findConcept(node);
      const name = (language === "en" ? concept?.en : concept?.zh) ?? "";
      const mark = Date.now().toString(36);
      const officer = await as("officer@group.example");
      const secretary = await as("secretary@group.example");

      // The seats name a weak link, and a call of the fund starts from it.
      const told = { at, t, words, name };
      await proposeLink(officer, node, told);
      await confirmByVote(officer, { ...told, point: `The purity ${mark}` });
      const link = new URL(officer.url()).pathname;
      await beginWork(officer, words);
      const call = await publishCall([officer, secretary], t, language, {
        title: `What limits purity ${mark} (fictional)`,
        number: `2027-${mark}`,
        budget: "3000000",
      });

      // Three apply: one that will be granted, one whose own people review, one that is never sent.
      const title = `Where impurities come from ${mark} (fictional)`;
      const other = `Crystals of a brine ${mark} (fictional)`;
      const prof = await as("prof@university.example");
      const brine = await as("editor@brine.example");
      const late = await as("editor@recycler.example");
      await apply(prof, call, t, {
        title,
        abstract: "锂盐化学，杂质来源。",
        asked: "3000000",
        sent: true,
        partner: {
          page: await as("editor@laboratory.example"),
          search: language === "en" ? "Western" : "西部",
          name: /^(Western Battery|西部电池)/,
        },
      });
      await apply(brine, call, t, {
        title: other,
        abstract: "盐湖提锂、吸附剂、结晶与水平衡。",
        asked: "2000000",
        sent: true,
      });
      await apply(late, call, t, {
        title: `Too late ${mark}`,
        abstract: "回收。",
        asked: "1000000",
        sent: false,
      });
      await letCallClose(call.split("/").at(-1) ?? "");
      await late.reload();
      await expect(late.getByText(t("fund", "form.late"))).toBeVisible();
      await expect(late.getByLabel(t("fund", "form.body"), { exact: true })).toHaveValue("A plan.");
      await expect(late.getByRole("button", { name: t("fund", "form.submit"), exact: true })).toHaveCount(0);

      // Opened, checked, assigned: nobody reads what the own organization wrote.
      await officer.goto(`${call}/room`);
      const open = { name: t("fund", "room.open"), exact: true };
      await officer.getByRole("button", open).click();
      await officer.getByRole("dialog").getByRole("button", open).click();
      const table = officer.getByRole("table", { name: t("fund", "room.applications") });
      const row = (text: string) => table.getByRole("row").filter({ hasText: text });
      await expect(row(title)).toBeVisible();
      await expect(row("Too late")).toHaveCount(0);
      await officer.getByRole("button", { name: t("fund", "room.judge"), exact: true }).click();
      await expect(row(other).getByText(t("fund", "state.eligible"), { exact: true })).toBeVisible();
      await officer.getByRole("button", { name: t("fund", "room.assign"), exact: true }).click();
      const assigned = t("fund", "reviewState.assigned");
      for (const one of [title, other])
        await expect(row(one).getByText(assigned, { exact: true })).toBeVisible();
      await expect(officer.getByText(new RegExp(t("fund", "conflict.unit")))).toBeVisible();
      await expectAccessible(officer);
      const reader = await reviewerOf(other);
      expect(reader).not.toBe("editor@brine.example");
      await review(await as(await reviewerOf(title)), at, t, title, "5");
      await review(await as(reader), at, t, other, "2");
      await brine.goto(at("/fund/reviews"));
      await expect(brine.getByRole("link", { name: other })).toHaveCount(0);

      // The latest quarter that a release can count; the grant begins in it.
      await officer.goto(at("/releases"));
      const rounds = officer.getByLabel(t("release", "ask.round"), { exact: true }).locator("option");
      const quarter = (await rounds.filter({ hasText: /Q|季/ }).first().textContent()) ?? "";
      const year = /20\d\d/.exec(quarter)?.[0] ?? "";
      const period = ["Q1", "Q2", "Q3", "Q4"]
        .map((part) => `${year}${part}`)
        .find((one) => quarter.includes(formatPeriod(one, language)));
      const began = parsePeriod(period ?? "")?.lastDay ?? "";
      expect(began, quarter).not.toBe("");

      // The panel leaves its list, and the first of it is granted.
      await officer.goto(`${call}/room`);
      const decision = (place: number) =>
        officer.getByRole("combobox", { name: `${t("fund", "room.decision")} ${place}`, exact: true });
      await decision(1).selectOption("recommend");
      await decision(2).selectOption("pass");
      await officer.getByLabel(t("fund", "room.minutes"), { exact: true }).fill("Both were heard.");
      await officer.getByRole("button", { name: t("fund", "room.rank"), exact: true }).click();
      await expect(officer.getByText("Both were heard.")).toBeVisible();
      const file = await download(officer, t("common", "action.downloadXlsx"));
      expect(file.length).toBeGreaterThan(4000);
      const grant = { name: t("fund", "room.award"), exact: true };
      await row(title).getByRole("button", grant).click();
      const dialog = officer.getByRole("dialog");
      await dialog.getByLabel(t("fund", "room.startsOn"), { exact: true }).fill(began);
      await dialog.getByRole("button", grant).click();
      await row(title)
        .getByRole("link", { name: t("fund", "room.toAward"), exact: true })
        .click();
      await officer.waitForURL(/\/fund\/awards\//);
      const award = new URL(officer.url()).pathname;

      // A milestone is missed and planned anew: what was promised stays beside it.
      await prof.goto(award);
      const field = (key: string) => prof.getByLabel(t("fund", key), { exact: true });
      const milestones = prof.getByRole("region", { name: t("fund", "project.milestones"), exact: true });
      const plan = (key: string) => milestones.getByLabel(t("fund", `project.${key}`), { exact: true });
      await plan("workPackage").fill("Purity");
      await plan("milestone").fill("First samples");
      await plan("measure").fill("Iron below 1 ppm, by ICP-MS");
      await plan("startsOn").fill(shanghaiDay(-38));
      await plan("dueOn").fill(shanghaiDay(-3));
      await milestones.getByRole("button", { name: t("fund", "project.add"), exact: true }).click();
      await expect(milestones.getByText(t("fund", "project.overdue"), { exact: true })).toBeVisible();
      const anew = { name: t("fund", "project.move"), exact: true };
      await milestones.getByRole("button", anew).click();
      const move = prof.getByRole("dialog");
      await move.getByLabel(t("fund", "project.dueOn"), { exact: true }).fill(shanghaiDay(20));
      await move.getByLabel(t("fund", "project.why")).fill("The furnace came late.");
      await move.getByRole("button", anew).click();
      await expect(milestones.getByText(t("fund", "project.moves", { moves: 1 }))).toBeVisible();
      await expect(milestones.getByText("The furnace came late.")).toBeVisible();
      await expect(milestones.getByText(t("fund", "project.overdue"), { exact: true })).toHaveCount(0);

      // Its leader asks for an early review; the plan grants it, and the fund records what it found.
      await field("award.earlyOn").fill(shanghaiDay(0));
      await prof.getByRole("button", { name: t("fund", "award.early"), exact: true }).click();
      await expect(prof.getByText(t("fund", "award.earlyDone")).first()).toBeVisible();
      await prof.goto(award);
      await expectAccessible(prof);
      await officer.goto(award);
      // The window that was planned opens later.
      await officer.getByText(t("fund", "award.heldEarly"), { exact: true }).click();
      await officer.getByLabel(t("fund", "award.verdict"), { exact: true }).selectOption("passed");
      await officer.getByRole("button", { name: t("fund", "award.end"), exact: true }).click();
      await expect(officer.getByText(t("fund", "award.endDone")).first()).toBeVisible();
      await expect(officer.getByText(t("fund", "verdict.passed")).first()).toBeVisible();

      // One officer orders the first payment, another releases it.
      await officer.getByLabel(t("fund", "award.payAmount"), { exact: true }).fill("2000000");
      await officer.getByLabel(t("fund", "award.note"), { exact: true }).fill("First part");
      await officer.getByRole("button", { name: t("fund", "award.order"), exact: true }).click();
      await expect(officer.getByText(t("fund", "award.twoPeople")).first()).toBeVisible();
      await secretary.goto(award);
      const release = secretary.getByRole("button", { name: t("fund", "award.release"), exact: true });
      await release.click();
      await expect(release).toHaveCount(0);

      // What came of it is handed on to a firm, and used.
      await prof.goto(award);
      const result = `A washing step ${mark} (fictional)`;
      const outputs = prof.getByRole("region", { name: t("fund", "project.outputs"), exact: true });
      const output = (key: string) => outputs.getByLabel(t("fund", `project.${key}`), { exact: true });
      await output("kind").selectOption("process");
      await output("output").fill(result);
      await output("identifier").fill(`JOURNEY-${mark}`);
      await output("madeOn").fill(shanghaiDay(-2));
      await outputs.getByRole("button", { name: t("fund", "project.addOutput"), exact: true }).click();
      const address = await offerResult(prof, t, {
        title: result,
        use: "Takes iron below 1 ppm.",
        search,
        node: new RegExp(`^${name}`, "i"),
      });
      const firm = await as(firmEmail);
      await claimResult(firm, address, t, "For our second line.");
      await useResult([prof, firm], address, t, `Delivery ${mark} (fictional)`);

      // The link is closed on two kinds of evidence, by somebody else than who filed them.
      await officer.goto(link);
      await fileUse(officer, t, result);
      await expect(officer.getByText(words.state("evidence_filed"), { exact: true }).first()).toBeVisible();
      await secretary.goto(link);
      await takeStep(secretary, words.step("close"));
      await expect(secretary.getByText(words.state("closed"), { exact: true }).first()).toBeVisible();

      // The quarter in which the project began is counted anew, and the goal of collaboration moves.
      const goal = "G35-11";
      const before = await releaseOfGoal(officer, at, goal, t);
      await makeRelease(officer, at, quarter, t);
      await expect.poll(() => releaseOfGoal(officer, at, goal, t), { timeout: 120_000 }).not.toBe(before);
      await expectAccessible(officer);
    });
  });
}
