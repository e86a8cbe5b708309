import type { Breach } from "../source/module.ts";

export type Messages = { readonly [key: string]: string | Messages };

/** Keys that one language has and the other has not, and texts that are empty. */
export function findMessageGaps(namespace: string, zh: Messages, en: Messages): Breach[] {
  const [left, right] = [toKeys(zh), toKeys(en)];
  const missing = (path: string, has: ReadonlyMap<string, string>, wants: ReadonlyMap<string, string>) =>
    [...wants.keys()]
      .filter((key) => !has.get(key))
      .map((key) => ({
        path: `${path}/${namespace}.json`,
        message: `${key} has no text: every key stands in both languages`,
      }));
  return [
    ...missing("packages/i18n/messages/zh-CN", left, new Map([...left, ...right])),
    ...missing("packages/i18n/messages/en", right, new Map([...left, ...right])),
  ];
}

/** The keys of nested texts, dotted, with their texts. */
export function toKeys(messages: Messages, before = ""): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[`${before}${key}`, value] as const]
        : [...toKeys(value, `${before}${key}.`)],
    ),
  );
}
