import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { aptInstall } from "./apt.mjs";
import { refuse, say } from "./say.mjs";
import { ROOT } from "./workspace.mjs";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const SYSTEM_FONTS = "/etc/fonts";
const CJK = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";

/** A Chromium for the end-to-end tests and the variables that it needs, from wherever one is to be had. */
export async function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given)
    return existsSync(given)
      ? { CHROMIUM_PATH: given }
      : refuse(`CHROMIUM_PATH names ${given}, which is not there.`);
  await bringFonts();
  const system = SYSTEM.find((path) => existsSync(path));
  if (system) return { CHROMIUM_PATH: system };
  const packed = await unpackFromNpm();
  if (packed) return packed;
  await aptInstall(["chromium"]);
  if (existsSync(SYSTEM[0])) return { CHROMIUM_PATH: SYSTEM[0] };
  return refuse("No Chromium was found and none could be brought: install one and set CHROMIUM_PATH.");
}

async function unpackFromNpm() {
  try {
    // Before the import: the package then brings the system libraries along as well.
    process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs20.x";
    // Its own folder of fonts holds none for Chinese.
    if (existsSync(SYSTEM_FONTS)) process.env.FONTCONFIG_PATH ??= SYSTEM_FONTS;
    const path = createRequire(join(ROOT, "tests/e2e/package.json")).resolve("@sparticuz/chromium");
    const { default: chromium } = await import(pathToFileURL(path).href);
    say("unpacking Chromium");
    return {
      CHROMIUM_PATH: await chromium.executablePath(),
      LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? "",
      FONTCONFIG_PATH: process.env.FONTCONFIG_PATH ?? "",
    };
  } catch (error) {
    say(`the packed Chromium is not usable (${error.message})`);
    return undefined;
  }
}

// Without a font for Chinese the pages show boxes and measure wrongly.
async function bringFonts() {
  if (!existsSync(CJK)) await aptInstall(["fonts-noto-cjk"]);
}
