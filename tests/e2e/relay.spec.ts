import { recordWords } from "@lilink/i18n";
import { expect, test } from "./fixtures.ts";
import { claimResult, fileUse, offerResult, useResult } from "./hand-on.ts";
import { shanghaiDay } from "./shanghai.ts";
import { takeStep } from "./take-step.ts";
import { wordsOf } from "./words.ts";

test("[RY1] [RY2] [RY7] a result is claimed by a firm's need, used, and closes a weak link", async ({
  as,
  at,
  language,
  allowConsole,
  expectAccessible,
}) => {
  // Shares that are not whole and a first use without its proof are refused on purpose.
  allowConsole(/status of 400/);
  const t = wordsOf(language);
  const words = recordWords("weakLink", language);
  const en = language === "en";
  const mark = Date.now().toString(36);
  const title = `A dryer ${mark} (fictional)`;

  // The project reports what came of it, with who made it, and offers it.
  const prof = await as("prof@university.example");
  await prof.goto(at("/fund"));
  await prof
    .getByRole("link", { name: /^(锂枝晶原位观测|Lithium dendrites observed in situ)/ })
    .first()
    .click();
  await prof.waitForURL(/\/fund\/awards\//);
  await expect(prof.getByRole("heading", { name: t("fund", "project.ladder"), exact: true })).toBeVisible();
  const outputs = prof.getByRole("region", { name: t("fund", "project.outputs"), exact: true });
  const field = (name: string) => outputs.getByLabel(t("fund", `project.${name}`), { exact: true });
  await field("kind").selectOption("process");
  await field("output").fill(title);
  await field("identifier").fill(`DEMO-${mark}`);
  await field("madeOn").fill(shanghaiDay(-40));
  await prof.getByRole("button", { name: t("fund", "project.addContributor"), exact: true }).click();
  await field("name").fill("郑示例");
  await field("roles").selectOption("methodology");
  await field("credit").fill("90");
  await expectAccessible(prof);
  const add = prof.getByRole("button", { name: t("fund", "project.addOutput"), exact: true });
  await add.click();
  await expect(prof.getByRole("alert").filter({ hasText: "90" })).toBeVisible();
  await field("credit").fill("100");
  await add.click();
  await expect(prof.getByRole("row").filter({ hasText: title })).toContainText(
    t("fund", "credit.methodology"),
  );
  const address = await offerResult(
    prof,
    t,
    {
      title,
      use: "Dries LiFSI below 20 ppm.",
      search: "LiFSI",
      node: en ? /^lithium bis\(fluorosulfonyl\)imide/i : /^双氟磺酰亚胺锂/,
    },
    expectAccessible,
  );

  // A firm takes it on by its need.
  const firm = await as("editor@electrolyte.example");
  await claimResult(firm, address, t, "For our second line.", expectAccessible);

  // A rival sees that it waits, and nobody's name.
  const rival = await as("editor@fluorine.example");
  await rival.goto(address);
  await expect(rival.getByText(t("relay", "one.secret"))).toBeVisible();
  await expect(rival.getByText("For our second line.")).toHaveCount(0);

  // Each step counts once the other side confirms it.
  await useResult([prof, firm], address, t, "Delivery 7 (fictional)", expectAccessible);
  await firm.getByLabel(t("relay", "act.named"), { exact: true }).check();
  await firm.getByRole("button", { name: t("relay", "act.name"), exact: true }).click();
  await expect(firm.getByText(t("relay", "act.nameSaved"), { exact: true })).toBeVisible();
  await rival.reload();
  await expect(rival.getByText(t("relay", "one.users"), { exact: true })).toBeVisible();

  // Who wrote the link files the use beside a closed gap, and another one closes it.
  const officer = await as("secretary@group.example");
  await officer.goto(at("/weak-links"));
  await officer
    .getByRole("link", { name: en ? /Low-moisture LiFSI/ : /低水分 LiFSI/ })
    .first()
    .click();
  // The list shows it beside its rows; its page has all of it.
  await officer.waitForURL(/[?&]record=/);
  await officer.goto(at(`/weak-links/${new URL(officer.url()).searchParams.get("record")}`));
  const evidence = officer.getByRole("region", { name: t("relay", "evidence.title"), exact: true });
  await expect(evidence.getByText("Delivery 7 (fictional)")).toBeVisible();
  await expectAccessible(officer);
  await fileUse(officer, t, title);
  await expect(officer.getByText(words.state("evidence_filed"), { exact: true }).first()).toBeVisible();
  const second = await as("officer@group.example");
  await second.goto(new URL(officer.url()).pathname);
  await takeStep(second, words.step("close"));
  await expect(second.getByText(words.state("closed"), { exact: true }).first()).toBeVisible();

  // The board and the fund tell it.
  await rival.goto(at("/fund/relay"));
  await expectAccessible(rival);
  await expect(rival.getByRole("link").filter({ hasText: title }).first()).toContainText(
    en ? "Pujiang" : "浦江",
  );
  await rival.goto(at("/fund"));
  await expect(rival.getByRole("region", { name: t("relay", "money.title"), exact: true })).toBeVisible();
});
