import { provinces } from "../../codes/index.ts";
import { machine } from "../../state/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, choices, count, day, figure, flag, text } from "../field.ts";

export const qualifications = ["recycling", "cascade"] as const;
export type Qualification = (typeof qualifications)[number];
export const takenChemistries = ["lfp", "ternary", "lmo", "lto", "other"] as const;
export const takenStreams = ["hydrogen_fluoride", "electrolyte", "process_liquor"] as const;
/** The uses of the paper in their order: the first step comes first. [TR15] */
export const cascadeSteps = ["low_power_vehicle", "grid_storage", "home_storage"] as const;
/** Techniques of recycling that a site masters and offers to others. */
export const recyclingTechniques = [
  "mechanized_dismantling",
  "sorted_handling",
  "short_process",
  "closed_loop",
  "harmless_liquor",
] as const;
export const provinceCodes = provinces.map(({ code }) => code);

/** The way of a declaration of conformity, under the name of its register. [TR71] */
export const conformitySteps = (name: string) =>
  machine({
    name,
    start: "draft",
    states: {
      draft: { edit: "draft" },
      in_review: { review: true },
      notice: { live: true },
      listed: { live: true },
      under_watch: { live: true, halted: true },
      withdrawn: { end: true },
    },
    steps: {
      submit: { from: ["draft"], to: "in_review", who: "owner", guard: "complete", tell: "officers" },
      return: { from: ["in_review"], to: "draft", who: "officer", reason: true, tell: "owner" },
      announce: { from: ["in_review"], to: "notice", who: "officer", tell: "owner" },
      list: {
        from: ["notice"],
        to: "listed",
        who: "officer",
        reason: true,
        guard: "noticeOver",
        tell: "owner",
      },
      watch: { from: ["listed"], to: "under_watch", who: "officer", reason: true, tell: "owner" },
      restore: { from: ["under_watch"], to: "listed", who: "officer", reason: true, tell: "owner" },
      strike: {
        from: ["notice", "listed", "under_watch"],
        to: "withdrawn",
        who: "officer",
        reason: true,
        tell: "owner",
      },
      revise: { from: ["notice", "listed", "under_watch"], to: "draft", who: "owner" },
      withdraw: { from: ["draft", "listed"], to: "withdrawn", who: "owner", reason: true },
    },
  });

/** Examined, held out to the public, listed; a listed one may come under watch and be withdrawn. [TR71] */
export const conformityMachine = conformitySteps("conformityClaim");

/** What is owed of a declaration in each state. */
export const conformityDuties = {
  in_review: { duty: "examine", workingDays: 20 },
  // The ten days of the notice, then five to decide.
  notice: { duty: "conclude", workingDays: 15 },
  listed: { duty: "renew", field: "evidenceUntil" },
  under_watch: { duty: "mend", workingDays: 30 },
} as const;

const recycler = { level: "own", when: { field: "qualification", is: "recycling" } } as const;
const percent = { units: ["%"], min: "0", max: "100" } as const;

/**
 * Recyclers and cascade firms that declare that they meet the conditions, with what they can take. What proves it is for the owner and
 * officers alone; state, capacity and what is taken are for everybody. One site has one declaration for each qualification. [TR71]
 */
export const conformityClaim = defineRegister({
  name: "conformityClaim",
  owner: "organization",
  level: "everyone",
  fields: {
    site: bilingual({ max: 160, required: true }),
    qualification: choice(qualifications, { required: true }),
    province: choice(provinceCodes, { required: true }),
    listBatch: count({ min: 1, max: 99 }),
    capacity: figure({ units: ["t/a"], min: "0", required: true, order: "falling" }),
    free: figure({ units: ["t/a"], min: "0" }),
    used: figure({ units: ["t/a"], min: "0", level: "own" }),
    chemistries: choices(takenChemistries),
    streams: choices(takenStreams),
    steps: choices(cascadeSteps, { when: { field: "qualification", is: "cascade" } }),
    techniques: choices(recyclingTechniques, { when: { field: "qualification", is: "recycling" } }),
    hazardousTransport: flag(),
    lithiumRecovery: figure({ ...percent, ...recycler }),
    nickelRecovery: figure({ ...percent, ...recycler }),
    rareEarths: flag(recycler),
    rareEarthRecovery: figure({ ...percent, level: "own", when: { field: "rareEarths", is: true } }),
    powderRecovery: figure({ ...percent, ...recycler }),
    powderAluminium: figure({ ...percent, ...recycler }),
    powderCopper: figure({ ...percent, ...recycler }),
    energy: figure({ units: ["kgce/t LCE"], min: "0", ...recycler }),
    repairRoute: flag(recycler),
    repairShare: figure({ ...percent, level: "own", when: { field: "repairRoute", is: true } }),
    waterReuse: figure({ ...percent, ...recycler }),
    evidence: text({ max: 4000, long: true, level: "own" }),
    evidenceUntil: day({ required: true }),
  },
  machine: conformityMachine,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["site", "qualification"],
  list: ["site", "qualification", "province", "capacity", "free", "chemistries", "evidenceUntil"],
  facets: ["qualification", "province", "chemistries", "streams", "steps", "techniques"],
  rest: { path: "recyclers", scope: "registers:read" },
  check: ({ capacity, used }) =>
    capacity?.value && used?.value && Number(used.value) > Number(capacity.value)
      ? [{ field: "used", rule: "implausible" }]
      : [],
  due: conformityDuties,
});
