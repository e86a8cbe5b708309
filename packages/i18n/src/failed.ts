import en from "../messages/en/failed.json" with { type: "json" };
import zh from "../messages/zh-CN/failed.json" with { type: "json" };
import type { Locale } from "./locale.ts";

/** What is said where even the layout of a page broke: a few texts by themselves, for they are sent with every page. */
export const failedTexts: Readonly<Record<Locale, typeof en>> = { "zh-CN": zh, en };
