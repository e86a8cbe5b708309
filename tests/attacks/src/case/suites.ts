import type { Case } from "../world.ts";
import { abuse } from "./abuse.ts";
import { accounts } from "./accounts.ts";
import { advisers } from "./advisers.ts";
import { batteries } from "./batteries.ts";
import { browser } from "./browser.ts";
import { credentials } from "./credentials.ts";
import { crowd } from "./crowd.ts";
import { eyes } from "./eyes.ts";
import { figures } from "./figures.ts";
import { files } from "./files.ts";
import { fuzz } from "./fuzz.ts";
import { guard } from "./guard.ts";
import { hooks } from "./hooks.ts";
import { hosts } from "./hosts.ts";
import { identity } from "./identity.ts";
import { ids } from "./ids.ts";
import { keys } from "./keys.ts";
import { leaks } from "./leaks.ts";
import { names } from "./names.ts";
import { offices } from "./offices.ts";
import { oidc } from "./oidc.ts";
import { parsing } from "./parsing.ts";
import { probes } from "./probes.ts";
import { races } from "./races.ts";
import { raw } from "./raw.ts";
import { stored } from "./stored.ts";
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
    figures,
    keys,
    batteries,
    raw,
    advisers,
    credentials,
    hosts,
    names,
    hooks,
    oidc,
    eyes,
    stored,
    probes,
    races,
    offices,
    accounts,
    identity,
    fuzz,
    guard,
    crowd,
    parsing,
  ].flat(),
];
