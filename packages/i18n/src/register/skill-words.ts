import { skills } from "@lilink/model/people";

/** Every skill by its name in zh and en. */
export const skillWords: Readonly<Record<string, readonly [zh: string, en: string]>> = Object.fromEntries(
  skills.map(({ id, zh, en }) => [id, [zh, en] as const]),
);
