// npm run paint: when the ten most used pages have drawn their largest part, and how long acts wait for their answer, in a
// Chromium whose processor is slowed four times.
import { loadavg } from "node:os";
import { query } from "@lilink/test-exchange/call-api";
import { findAccount, signIn } from "@lilink/test-exchange/sign-in";
import { startExchange } from "@lilink/test-exchange/start-exchange";
import { unlimited } from "@lilink/test-exchange/unlimited";
import { type BrowserContext, chromium, type Page } from "@playwright/test";

const slower = 4;
const looks = 5;
const browserScript = new URL("../../scripts/lib/browser.mjs", import.meta.url).href;

type Act = { readonly name: string; readonly path: string; readonly act: (page: Page) => Promise<void> };

const acts: readonly Act[] = [
  {
    name: "opening a filter",
    path: "/postings",
    act: (page) => page.locator('a[href*="kind=need"]').first().click(),
  },
  { name: "typing in the form", path: "/postings/new", act: (page) => typeInto(page, "textarea") },
  { name: "opening the palette", path: "/desk", act: (page) => page.keyboard.press("Control+K") },
];

async function typeInto(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().click();
  await page.keyboard.type("求购电池级碳酸锂 99.5 %", { delay: 40 });
}

async function main(): Promise<void> {
  const { findBrowser } = (await import(browserScript)) as {
    readonly findBrowser: () => Promise<Record<string, string>>;
  };
  Object.assign(process.env, await findBrowser());
  const load = loadavg()[0]?.toFixed(1);
  const exchange = await startExchange("paint", { RATE_LIMITS: unlimited, LOG_LEVEL: "warn" });
  const browser = await chromium.launch({
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  try {
    const { url, dataDir } = exchange;
    const as = async (email?: string) => {
      const cookie = email ? await signIn(url, findAccount(dataDir, email)) : "";
      const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 800 } });
      const cookies = cookie.split("; ").flatMap((pair) => {
        const [name = "", value = ""] = pair.split("=");
        return value ? [{ name, value, url }] : [];
      });
      await context.addCookies(cookies);
      return { context, cookie };
    };
    const [visitor, buyer, secretary] = [
      await as(),
      await as("buyer@cathode.example"),
      await as("secretary@group.example"),
    ];
    const own = await query<{ items: readonly { publicId: string; state: string }[] }>(
      { url, cookie: buyer.cookie },
      "posting.listOwn",
      { limit: 50 },
    );
    const mine = own.ok ? own.data.items.find(({ state }) => state === "published")?.publicId : undefined;
    const pages: readonly (readonly [string, BrowserContext])[] = [
      ...[...["/", "/signin", "/goals", "/chain"].map((path) => [path, visitor.context] as const)],
      ...["/desk", "/postings", `/postings?q=${encodeURIComponent("碳酸锂")}`].map(
        (path) => [path, buyer.context] as const,
      ),
      ...(mine ? [`/postings/${mine}`, `/postings/${mine}/matches`] : []).map(
        (path) => [path, buyer.context] as const,
      ),
      ["/board", secretary.context],
    ];
    const rows: object[] = [];
    for (const [path, context] of pages) rows.push({ page: path, lcpMs: await measureLcp(context, path) });
    for (const one of acts) rows.push({ act: one.name, inpMs: await measureInp(buyer.context, one) });
    console.log(JSON.stringify({ load1: load, slower, rows }));
  } finally {
    await browser.close();
    await exchange.stop();
  }
}

async function openSlow(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  return page;
}

/** Until the page has woken and the browser has nothing left to do; a page that follows changes never ends its requests. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 5000 })));
}

/** The median of some looks, after one that fills the browser's cache. */
async function measureLcp(context: BrowserContext, path: string): Promise<number> {
  const page = await openSlow(context);
  const times: number[] = [];
  for (let look = 0; look <= looks; look += 1) {
    await open(page, path);
    const time = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
            type: "largest-contentful-paint",
            buffered: true,
          });
        }),
    );
    if (look > 0) times.push(time);
  }
  await page.close();
  return medianOf(times);
}

/** The longest that one key or press of an act waited until the next picture; the median of some turns. */
async function measureInp(context: BrowserContext, { path, act }: Act): Promise<number> {
  const page = await openSlow(context);
  const times: number[] = [];
  for (let look = 0; look <= looks; look += 1) {
    await open(page, path);
    await page.evaluate(() => {
      const seen: number[] = [];
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[])
          if (entry.interactionId) seen.push(entry.duration);
      }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
    });
    await act(page);
    // Two pictures later the browser has told how long the last of them took.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await page.waitForLoadState();
    const longest = await page
      .evaluate(() => Math.max(0, ...(window as unknown as { seen: number[] }).seen))
      .catch(() => null);
    if (look > 0 && longest !== null) times.push(longest);
  }
  await page.close();
  return medianOf(times);
}

function medianOf(times: readonly number[]): number {
  return Math.round([...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN);
}

await main();
