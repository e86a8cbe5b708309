import { defineConfig, type PlaywrightTestConfig } from "@playwright/test";
import type { Options } from "./fixtures.ts";

type Project = NonNullable<PlaywrightTestConfig<Options>["projects"]>[number];

const full = process.env.LILINK_MATRIX === "full";
const traced = process.env.LILINK_TRACE === "1";
const pair = Boolean(process.env.LILINK_POOLER);
const apart = process.env.LILINK_APART === "1";
const desktop = { width: 1280, height: 800 };
const phone = { width: 375, height: 740 };

// One language and one width run everything; the rest of the matrix repeats what is tagged @matrix. Each look of axe
// then sees both themes of the page that is open.
const projects: Project[] = [
  { name: "zh-1280", use: { language: "zh-CN", colorScheme: "light", viewport: desktop, bothThemes: full } },
];
if (full) {
  for (const language of ["zh-CN", "en"] as const) {
    for (const viewport of [phone, desktop]) {
      const name = `${language === "en" ? "en" : "zh"}-${viewport.width}`;
      if (projects.some((known) => known.name === name)) continue;
      projects.push({
        name,
        grep: /@matrix/,
        use: { language, colorScheme: "light", viewport, bothThemes: true },
      });
    }
  }
}

export default defineConfig<Options>({
  testDir: ".",
  // With batteries on a server of their own: what is done with batteries.
  testMatch: apart ? /(batches|batteries|recovery|recovery-interface)\.spec\.ts$/ : "**/*.spec.ts",
  // What only two instances can show.
  testIgnore: pair ? [] : ["pair/**"],
  globalSetup: "./global-setup.ts",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A story that passes at the second try alone is named in the last lines, as a bug to mend.
  retries: 1,
  // These end what hangs; nothing here measures time, and a busy machine takes three times as long, as two themes do.
  timeout: full ? 900_000 : 300_000,
  expect: { timeout: 30_000 },
  reporter: [["list"], ["json"]],
  outputDir: "../../test-results/e2e",
  projects,
  use: {
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    baseURL: process.env.LILINK_E2E_URL ?? "",
    // An odd zone: whoever formats a date in the wrong one is found out.
    timezoneId: "Pacific/Chatham",
    locale: "fr-FR",
    // A picture of every step costs as much as the step; LILINK_TRACE=1 brings them for whoever hunts a failure.
    trace: { mode: "retain-on-failure", screenshots: traced, snapshots: traced, sources: false },
    screenshot: "only-on-failure",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"],
    },
  },
});
