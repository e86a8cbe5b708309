import { formatPeriod } from "@lilink/i18n";
import type { APIRequestContext, Page, Route } from "@playwright/test";
import { handIn, lastQuarter, openReturn, queryReturn, saved, verifyReturn } from "./file-return.ts";
import { fillTemplate } from "./fill-template.ts";
import { expect, test } from "./fixtures.ts";
import { beginMeeting, callMeeting, closeMeeting, decide } from "./hold-meeting.ts";
import { makeRelease } from "./make-release.ts";
import {
  download,
  printedAs,
  readByInterface,
  readCsv,
  readNotes,
  readXlsx,
  releaseOfGoal,
  xlsxType,
} from "./read-figures.ts";
import { wordsOf } from "./words.ts";

type Words = ReturnType<typeof wordsOf>;
type At = (path: string) => string;

// As the template heads the column of figures.
const valueHeading = { "zh-CN": "数值", en: "value" } as const;
const goal = { id: "G35-10", indicator: "MAT-01" };

// The work of the statistics office from end to end, in the round that the demo has opened.
test("firms file by form, file and interface; what is verified is released, moves a goal and is met about", async ({
  as,
  at,
  language,
  page: visitor,
  request,
  allowConsole,
}) => {
  // A release is refused while another story has one made of the same round.
  allowConsole(/status of 412/);
  const t = wordsOf(language);
  const period = lastQuarter();
  const officer = await as("officer@group.example");
  await officer.goto(at("/review/rounds"));
  await expect(officer.locator(`#round-${period}`)).toBeVisible();
  const before = await releaseOfGoal(officer, at, goal.id, t);

  const salt = await as("admin@salt.example");
  const byForm = await openReturn(salt, at("/returns"), period);
  const regulator = await as("regulator36@gov.example");
  await queryReturn(regulator, at(`/review/returns/${byForm}`), "Which plant fell short?", t);
  await salt.goto(at(`/returns/${byForm}`));
  await expect(salt.getByText("Which plant fell short?").first()).toBeVisible();
  await salt.locator("main input[inputmode=decimal]").first().fill("5432.1");
  await saved(salt, t);
  await handIn(salt, t);
  const byFile = await fileByTemplate(await as("editor@cell.example"), at, period, valueHeading[language], t);
  const byInterface = await fileByInterface(await as("editor@fluorine.example"), request, at, period, t);

  await verifyReturn(regulator, at(`/review/returns/${byForm}`));
  for (const one of [byFile, byInterface]) await verifyReturn(officer, at(`/review/returns/${one}`));
  await salt.goto(at(`/returns/${byForm}`));
  await expect(salt.getByText(t("return", "state.verified")).first()).toBeVisible();

  const release = await makeRelease(officer, at, formatPeriod(period, language), t);
  await expectOnePattern(visitor, request, release, at, t);
  for (const path of [`/api/export/figure?indicator=${goal.indicator}`, "/goals.csv?horizon=2035"]) {
    const file = await request.get(`${path}&format=xlsx&locale=${language}`);
    expect(readNotes(await file.body()), path).toContain(t("release", "law.title"));
  }
  // Its own release, or one that another story has made of the same round since.
  expect(await releaseOfGoal(officer, at, goal.id, t)).not.toBe(before);
  // Closed goals and those with a year of figures are judged: the demo has more than 25 of 35 for everyone.
  const { goals } = (await (await request.get("/api/v1/goals")).json()) as {
    goals: { standing: { status: string } }[];
  };
  expect(goals.filter(({ standing }) => standing.status !== "not_assessable").length).toBeGreaterThan(25);
  await officer.goto(at(`/indicators/${goal.indicator}`));
  await expect(
    officer
      .getByRole("row")
      .filter({ hasText: formatPeriod(period, language) })
      .first(),
  ).toBeVisible();

  const text = `${period}: report on the plants that fell short`;
  const meeting = await callMeeting(officer, at, text, t, { running: true });
  await beginMeeting(officer, t);
  await decide(officer, text, t);
  await salt.goto(at("/desk"));
  await expect(salt.getByRole("cell", { name: text, exact: true }).first()).toBeVisible();
  const typed = officer.getByLabel(t("meeting", "page.minutes"), { exact: true });
  // The slowest way of a reload: the next page is read before the words are saved and arrives after it.
  const isSaved = officer.waitForResponse((response) => response.url().includes("meeting.noteMinutes"));
  const readBefore = async (route: Route) => {
    const response = await route.fetch();
    await (await isSaved).finished();
    await route.fulfill({ response });
  };
  await officer.route(officer.url(), readBefore, { times: 1 });
  await typed.fill("Closed in good time.");
  // The field still has the focus: what was typed survives all the same.
  await officer.reload();
  // It comes back when the page has woken, which takes its time on a busy machine.
  await expect(typed).toHaveValue("Closed in good time.");
  await closeMeeting(officer, t);
  const minutes = officer
    .getByRole("listitem")
    .filter({ hasText: t("meeting", "paper.minutes") })
    .filter({ hasText: t("meeting", "paper.pdf") });
  await expect(async () => {
    await officer.goto(at(`/meetings/${meeting}`));
    await expect(minutes).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 120_000 });
  const name = `${t("meeting", `paper.${language}`)} ${t("meeting", "paper.pdf")}`;
  const paper = await download(minutes, name);
  expect(new TextDecoder().decode(paper.subarray(0, 5))).toBe("%PDF-");
});

/** Files a return by the template that the platform makes; answers its public id. */
async function fileByTemplate(
  page: Page,
  at: At,
  period: string,
  heading: string,
  t: Words,
): Promise<string> {
  const publicId = await openReturn(page, at("/returns"), period);
  const template = await download(page, t("file", "import.template"));
  await page.locator("#return-file").setInputFiles({
    name: "filed.xlsx",
    mimeType: xlsxType,
    buffer: fillTemplate(template, heading, "1234.5"),
  });
  await expect(page.getByText(t("file", "import.state.done"), { exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await handIn(page, t);
  return publicId;
}

/** Files a return by the programming interface with a key of the firm's own; answers its public id. */
async function fileByInterface(
  page: Page,
  request: APIRequestContext,
  at: At,
  period: string,
  t: Words,
): Promise<string> {
  await page.goto(at("/settings/keys"));
  await page.getByLabel(t("settings", "keys.name"), { exact: true }).fill("ERP");
  for (const scope of ["returns:read", "returns:write"])
    await page.getByRole("checkbox", { name: t("settings", `keys.scope.${scope}`) }).check();
  await page.getByRole("button", { name: t("settings", "keys.create") }).click();
  const key = await page.getByText(/^llk_[\w-]{20,}$/).textContent();
  const ask = async (method: "GET" | "PUT" | "POST", path: string, data?: object) =>
    request.fetch(`/api/v1/returns${path}`, {
      method,
      headers: { authorization: `Bearer ${key}` },
      ...(data ? { data } : {}),
    });

  const { items } = await (await ask("GET", "")).json();
  const { publicId, version } = items.find((one: { period: string }) => one.period === period);
  const values = [
    {
      component: "lithium_salt_mass",
      place: ["other_salt", "spodumene"],
      raw: "0.102万",
      revision: 0,
    },
  ];
  expect((await ask("PUT", `/${publicId}/values`, { version, values })).status()).toBe(200);
  const refused = await ask("POST", `/${publicId}/submit`, { version });
  if (refused.status() === 422)
    for (const { field } of (await refused.json()).faults) {
      const check = field.replace("explanation.", "");
      await ask("PUT", `/${publicId}/explanations`, { version, check, text: "As planned." });
    }
  const handed = refused.ok() ? refused : await ask("POST", `/${publicId}/submit`, { version });
  expect(handed.status(), await handed.text()).toBe(200);
  return publicId;
}

/** Asks for a release of a period and waits on its page until it is frozen; answers its public id. */
/** To a visitor page, CSV, XLSX and interface withhold the same figures and tell the others alike; the PDF stands in both languages. */
async function expectOnePattern(
  page: Page,
  request: APIRequestContext,
  release: string,
  at: At,
  t: Words,
): Promise<void> {
  const told = await readByInterface(request, release);
  expect(told.filter(([, , , figure]) => figure === "W").length).toBeGreaterThan(0);
  expect(told.filter(([, , , figure]) => figure !== "W").length).toBeGreaterThan(0);
  await page.goto(`${at(`/releases/${release}`)}?indicator=${goal.indicator}`);
  const csv = readCsv(await download(page, t("release", "csv")));
  expect(csv).toEqual(printedAs(csv, told));
  expect(csv.every(([, , , figure]) => (figure.split(".")[1]?.length ?? 0) <= 4)).toBe(true);
  const workbook = await download(page, t("release", "xlsx"));
  expect(readXlsx(workbook)).toEqual(csv);
  expect(readNotes(workbook)).toContain(t("release", "law.title"));
  const withheld = csv.filter(([, , , figure]) => figure === "W").length;
  expect(readNotes(workbook)).toContain(t("release", "law.count", { all: csv.length, withheld }));
  await expect(page.getByTitle(t("release", "withheldHelp"))).toHaveCount(
    told.filter(([indicator, , , figure]) => indicator === goal.indicator && figure === "W").length,
  );
  for (const locale of ["zh-CN", "en"])
    await expect
      .poll(
        async () => {
          const paper = await request.get(`/api/releases/${release}/paper`, { params: { locale } });
          return (await paper.body()).subarray(0, 5).toString();
        },
        { timeout: 120_000 },
      )
      .toBe("%PDF-");
}
