import { defineRegister } from "../define-register.ts";
import { bilingual, choice, choices, count, day, figure, flag, text } from "../field.ts";
import { conformityDuties, conformitySteps, provinceCodes } from "./conformity-claim.ts";

/** What a plant does, and so which conditions are asked of it. */
export const plantTypes = ["lithium_salt", "lithium_ion"] as const;
export type PlantType = (typeof plantTypes)[number];
export const plantProducts = [
  "lithium_carbonate",
  "lithium_hydroxide",
  "lithium_chloride",
  "lithium_metal",
  "cells",
  "packs",
] as const;
export const lithiumRoutes = ["spodumene", "lepidolite", "brine", "recycled"] as const;

/** Filed, examined, held out to the public, listed; what its firm only keeps for itself stays a draft. [CN7] */
export const plantMachine = conformitySteps("plant");

const own = { level: "own" } as const;
const salt = { ...own, when: { field: "type", is: "lithium_salt" } } as const;
const ion = { ...own, when: { field: "type", is: "lithium_ion" } } as const;
const ternary = { ...own, when: { field: "makesTernary", is: true } } as const;
const iron = { ...own, when: { field: "makesIron", is: true } } as const;
const share = { units: ["%"], min: "0", max: "100" } as const;

/**
 * A firm's plants with what the conditions ask for: seed 5.2.3 wants entry standards, automation and green production. Where it stands
 * and what it makes is public once it is filed; its figures are for its firm, and for officers while they examine it. [CN7]
 */
export const plant = defineRegister({
  name: "plant",
  owner: "organization",
  level: "everyone",
  fields: {
    site: bilingual({ max: 160, required: true }),
    type: choice(plantTypes, { required: true }),
    province: choice(provinceCodes, { required: true, order: "rising" }),
    products: choices(plantProducts, { required: true }),
    routes: choices(lithiumRoutes, { when: { field: "type", is: "lithium_salt" } }),
    capacity: figure({ units: ["t/a", "GWh/a"], min: "0", ...own }),
    maturity: count({ min: 1, max: 5, ...own }),
    automation: figure({ ...share, ...own }),
    utilization: figure({ units: ["%"], min: "0", ...own }),
    lithiumYield: figure({ ...share, ...salt }),
    energy: figure({ units: ["kgce/t LCE"], min: "0", ...salt }),
    capability: figure({ units: ["Cpk"], ...salt }),
    waterReuse: figure({ ...share, ...salt }),
    residueUse: figure({ ...share, ...salt }),
    greenPower: figure({ ...share, ...salt }),
    sodaRoute: flag(salt),
    soda: figure({ units: ["t/t LCE"], min: "0", ...own, when: { field: "sodaRoute", is: true } }),
    researchShare: figure({ ...share, ...ion }),
    makesTernary: flag(ion),
    ternaryCell: figure({ units: ["Wh/kg"], min: "0", ...ternary }),
    ternaryPack: figure({ units: ["Wh/kg"], min: "0", ...ternary }),
    makesIron: flag(ion),
    ironCell: figure({ units: ["Wh/kg"], min: "0", ...iron }),
    ironPack: figure({ units: ["Wh/kg"], min: "0", ...iron }),
    powerDensity: figure({ units: ["W/kg"], min: "0", ...ion }),
    cellCycles: count({ min: 0, max: 100_000, ...ion }),
    packCycles: count({ min: 0, max: 100_000, ...ion }),
    evidence: text({ max: 4000, long: true, ...own }),
    evidenceUntil: day({ required: true }),
  },
  machine: plantMachine,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["site"],
  list: ["site", "type", "province", "products", "evidenceUntil"],
  facets: ["type", "province", "products", "routes"],
  rest: { path: "plants", scope: "registers:read" },
  check: ({ soda, ternaryCell, ternaryPack, ironCell, ironPack }) => [
    // Below 1.434 t of soda ash no tonne of carbonate can precipitate.
    ...(soda?.value && Number(soda.value) < 1.434
      ? [{ field: "soda" as const, rule: "implausible" as const }]
      : []),
    // A pack holds its cells and more.
    ...(ternaryCell?.value && ternaryPack?.value && Number(ternaryPack.value) > Number(ternaryCell.value)
      ? [{ field: "ternaryPack" as const, rule: "implausible" as const }]
      : []),
    ...(ironCell?.value && ironPack?.value && Number(ironPack.value) > Number(ironCell.value)
      ? [{ field: "ironPack" as const, rule: "implausible" as const }]
      : []),
  ],
  due: conformityDuties,
});
