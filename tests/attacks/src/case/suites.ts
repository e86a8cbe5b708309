import type { Case } from "../world.ts";
import { abuse } from "./abuse.ts";
import { accounts } from "./accounts.ts";
import { browser } from "./browser.ts";
import { crowd } from "./crowd.ts";
import { files } from "./files.ts";
import { fuzz } from "./fuzz.ts";
import { guard } from "./guard.ts";
import { identity } from "./identity.ts";
import { ids } from "./ids.ts";
import { keys } from "./keys.ts";
import { leaks } from "./leaks.ts";
import { offices } from "./offices.ts";
import { probes } from "./probes.ts";
import { races } from "./races.ts";
import { raw } from "./raw.ts";
import { surface } from "./surface.ts";

/** Every attack, in the order in which they leave the exchange undisturbed for the next. */
export const suites: readonly Case[] = [
  ...[
    leaks,
    ids,
    abuse,
    browser,
    surface,
    files,
    keys,
    raw,
    probes,
    races,
    offices,
    accounts,
    identity,
    fuzz,
    guard,
    crowd,
  ].flat(),
];
