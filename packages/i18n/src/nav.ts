import type nav from "../messages/en/nav.json";
import type { Locale } from "./locale.ts";

/** The texts of the palette by themselves, which a page fetches when somebody opens it. */
export const navTexts: Readonly<Record<Locale, () => Promise<{ readonly default: typeof nav }>>> = {
  "zh-CN": () => import("../messages/zh-CN/nav.json"),
  en: () => import("../messages/en/nav.json"),
};
