import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { recentMilliseconds } from "@lilink/model/identity";
import type { Pair } from "@lilink/test-exchange/start-pair";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

export type Language = "zh-CN" | "en";
export type Options = {
  language: Language;
  /** Whether a look of axe sees the page in the other theme as well. */
  bothThemes: boolean;
};

type Account = { readonly email: string; readonly password: string };
type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

type Fixtures = {
  /** The address of a page in the language of the run: at("/chain") is /chain or /en/chain. */
  at: (path: string) => string;
  /** A page of one's own browser, signed in as a member of the demo cast; several people make several pages. */
  as: (email: string) => Promise<Page>;
  /** Lets the console say this in the present test: a refused request, for example. */
  allowConsole: (pattern: RegExp) => void;
  /** Fails on any serious or critical finding of axe on the page as it stands. */
  expectAccessible: (page: Page) => Promise<void>;
  consoleWatch: (page: Page) => void;
  allowed: RegExp[];
};

type WorkerFixtures = { sessions: Map<string, { readonly cookies: Cookies; readonly since: number }> };

const colourRules = ["color-contrast", "link-in-text-block"];
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const test = base.extend<Fixtures & Options, WorkerFixtures>({
  language: ["zh-CN", { option: true }],
  bothThemes: [false, { option: true }],

  at: async ({ language }, use) => {
    await use((path) => (language === "en" ? `/en${path === "/" ? "" : path}` : path));
  },

  allowed: async ({ browserName: _ }, use) => use([]),

  // Patterns are asked for when the test is over, so they may be named at any time.
  consoleWatch: async ({ allowed, baseURL }, use) => {
    const said: string[] = [];
    const own = new Set([baseURL ?? "", ...instanceUrls()].map((url) => new URL(url).origin));
    await use((page) => {
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type()))
          said.push(`${message.type()}: ${message.text()} (${message.location().url})`);
      });
      page.on("pageerror", (error) => said.push(`uncaught: ${error.message}`));
      // No page asks anything of anybody else, a font or a picture neither.
      page.on("request", (request) => {
        const { protocol, origin } = new URL(request.url());
        if (/^(https?|wss?):$/.test(protocol) && !own.has(origin)) said.push(`elsewhere: ${request.url()}`);
      });
    });
    expect(
      said.filter((line) => !allowed.some((pattern) => pattern.test(line))),
      "the console stays quiet",
    ).toEqual([]);
  },

  allowConsole: async ({ allowed }, use) => {
    await use((pattern) => void allowed.push(pattern));
  },

  page: async ({ page, consoleWatch }, use) => {
    consoleWatch(page);
    await use(page);
  },

  as: async (
    { browser, contextOptions, language, colorScheme, viewport, baseURL, timezoneId, sessions, consoleWatch },
    use,
  ) => {
    const contexts: BrowserContext[] = [];
    await use(async (email) => {
      const context = await browser.newContext({
        ...contextOptions,
        ...(baseURL === undefined ? {} : { baseURL }),
        ...(timezoneId === undefined ? {} : { timezoneId }),
        colorScheme,
        viewport,
      });
      contexts.push(context);
      const known = sessions.get(email);
      // Much asks for a sign-in of late, so a session is used for half as long as that.
      const isLate = !known || Date.now() - known.since > recentMilliseconds / 2;
      if (!isLate) await context.addCookies(known.cookies);
      const page = await context.newPage();
      if (isLate) {
        const since = Date.now();
        await signIn(page, findAccount(email), language);
        sessions.set(email, { cookies: await context.cookies(), since });
      }
      consoleWatch(page);
      return page;
    });
    for (const context of contexts) await context.close();
  },

  expectAccessible: async ({ bothThemes, colorScheme }, use) => {
    await use(async (page) => {
      expect(await findSerious(page), `axe on ${page.url()}`).toEqual([]);
      if (bothThemes) {
        const other = colorScheme === "dark" ? "light" : "dark";
        const before = await findGround(page);
        await page.emulateMedia({ colorScheme: other });
        expect(await findGround(page), other).not.toBe(before);
        // A theme changes colours alone, so the rules that look at colours are asked again, and no others.
        expect(await findSerious(page, colourRules), `axe on ${page.url()}, ${other}`).toEqual([]);
        await page.emulateMedia({ colorScheme });
      }
      // A page that streams gets its title after its first content, so it is waited for here and not a rule above.
      await expect(page).toHaveTitle(/\S/);
    });
  },

  sessions: [async ({ browserName: _ }, use) => use(new Map()), { scope: "worker" }],
});

export { expect } from "@playwright/test";

async function findGround(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

/** What axe calls serious or critical on the page as it stands; only the rules named, where any are. */
async function findSerious(page: Page, only?: readonly string[]) {
  // What still fades in has the contrast of no moment that a reader sees.
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
  // Through the debugger, which the content policy of the page does not bind.
  await page.evaluate(axeSource);
  const findings = await page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: RunOptions) => Promise<AxeResults> };
    };
    const { violations } = await axe.run({
      resultTypes: ["violations"],
      ...(only === undefined ? { rules: { "document-title": { enabled: false } } } : { runOnly: [...only] }),
    });
    return violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      at: nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
    }));
  }, only);
  return findings.filter(({ impact }) => impact === "serious" || impact === "critical");
}

/** The addresses of the single instances, where the set-up started more than one behind one address. */
function instanceUrls(): readonly string[] {
  const { instances = [] } = JSON.parse(process.env.LILINK_E2E_PAIR ?? "{}") as Partial<Pair>;
  return instances.map(({ url }) => url);
}

/** The accounts that `npm start` writes down. */
export function findAccount(email: string): Account {
  const file = join(process.env.LILINK_E2E_DATA ?? "", "demo-accounts.json");
  const account = (JSON.parse(readFileSync(file, "utf8")) as Account[]).find((one) => one.email === email);
  if (account === undefined) throw new Error(`The demo cast has no ${email}.`);
  return account;
}

/** Signs in as a person does, by the form. */
export async function signIn(page: Page, { email, password }: Account, language: Language): Promise<void> {
  await page.goto(language === "en" ? "/en/signin" : "/signin");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("form:has(input[name=password]) button[type=submit]").click();
  await page.waitForURL((url) => !url.pathname.endsWith("/signin"));
}
