import { defineRegister } from "../define-register.ts";
import { bilingual, choice, day, outline, text } from "../field.ts";
import { type Ring, ringOf } from "../outline.ts";
import { reviewed } from "../reviewed.ts";
import { provinceCodes } from "./conformity-claim.ts";

export const protectedKinds = [
  "red_line",
  "national_park",
  "nature_reserve",
  "water_source",
  "geopark",
  "wetland",
  "other",
] as const;

/** Where mining is ruled out, and where it is held to conditions. */
export const protectionLevels = ["strict", "limited"] as const;
export type ProtectionLevel = (typeof protectionLevels)[number];

/** Longitude and latitude between which the land and seas of the country lie: swapped numbers fall outside. */
export const inChina = { min: "73, 3", max: "136, 54" };
export const isOutOfChina = (ring: Ring): boolean =>
  ring.some(([lon, lat]) => lon < 73 || lon > 136 || lat < 3 || lat > 54);

/** Areas that the state protects: what blocks and mining rights are laid over. One record is one closed area. [EP1] */
export const protectedArea = defineRegister({
  name: "protectedArea",
  owner: "group",
  level: "everyone",
  fields: {
    name: bilingual({ max: 160, required: true }),
    kind: choice(protectedKinds, { required: true }),
    protection: choice(protectionLevels, { required: true }),
    province: choice(provinceCodes, { required: true }),
    outline: outline({ required: true }),
    publisher: text({ max: 160, required: true }),
    publishedOn: day({ partial: true, required: true, order: "falling" }),
    note: text({ max: 2000, long: true }),
  },
  machine: reviewed,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["name"],
  list: ["name", "kind", "protection", "province", "publisher", "publishedOn"],
  facets: ["kind", "protection", "province"],
  rest: { path: "protected-areas", scope: "registers:read" },
  check: ({ outline: drawn }) =>
    drawn && isOutOfChina(ringOf(drawn))
      ? [{ field: "outline" as const, rule: "implausible" as const, params: inChina }]
      : [],
});
