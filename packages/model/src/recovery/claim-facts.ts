import type { Fact, Facts } from "@lilink/engine/dated-rules";

type Given = Readonly<Record<string, unknown>>;

/** Which field of a declaration of conformity is which fact of the conditions; percentages are shares there. */
const shares: Readonly<Record<string, string>> = {
  lithiumRecovery: "Li_recovery",
  nickelRecovery: "Ni_Co_Mn_recovery",
  rareEarthRecovery: "RE_recovery",
  powderRecovery: "electrode_powder_recovery",
  powderAluminium: "powder_Al",
  powderCopper: "powder_Cu",
  repairShare: "repair_route_mass_share",
  waterReuse: "process_water_reuse",
};

const statedOf = (field: unknown): string | null =>
  typeof field === "object" && field !== null && "value" in field && typeof field.value === "string"
    ? field.value
    : null;

/**
 * The facts that a declaration states; what it leaves empty is unknown. [TR71]
 * @example factsOfClaim({ lithiumRecovery: { value: "91", unit: "%" } }) // { Li_recovery: "0.91" }
 */
export function factsOfClaim(values: Given): Facts {
  const facts: Record<string, Fact> = {};
  for (const [field, fact] of Object.entries(shares)) {
    const value = statedOf(values[field]);
    if (value !== null) facts[fact] = String(Number((Number(value) / 100).toPrecision(12)));
  }
  const energy = statedOf(values.energy);
  if (energy !== null) facts.Li2CO3_energy_kgce_per_t = energy;
  if (typeof values.rareEarths === "boolean") facts.rare_earths_in_feed = values.rareEarths;
  if (typeof values.repairRoute === "boolean") facts.material_repair_route = values.repairRoute;
  return facts;
}
