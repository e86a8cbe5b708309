import { type Locale, recordWords } from "@lilink/i18n";
import { can } from "@lilink/model/policy";
import { listRegisters, readActionOf } from "@lilink/model/register";
import { actorOf } from "#lib/actor.ts";
import type { Viewer } from "#lib/session.ts";
import type { NavGroup } from "./view.ts";

/**
 * The groups with the lists of the registers before the last ones. Made on the server: the declarations would weigh on every page.
 */
export function withRegisters(
  groups: readonly NavGroup[],
  viewer: Viewer | null,
  locale: Locale,
): readonly NavGroup[] {
  const actor = actorOf(viewer);
  const entries = listRegisters()
    .filter((register) => can(actor, readActionOf(register), {}))
    .map(({ name, rest }) => {
      const [here, there] = [recordWords(name, locale), recordWords(name, locale === "en" ? "zh-CN" : "en")];
      return { href: `/${rest.path}`, label: here.title, words: [there.title, name, rest.path] };
    });
  const items = groups.find(({ id }) => id === "registers")?.items ?? [];
  const others = groups.filter(({ id }) => id !== "registers");
  const at = others.findIndex(({ id }) => id === "govern");
  const place = at === -1 ? others.length : at;
  return [...others.slice(0, place), { id: "registers", items, entries }, ...others.slice(place)];
}
