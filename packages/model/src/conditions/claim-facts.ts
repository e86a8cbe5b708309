import type { Facts } from "@lilink/engine/dated-rules";
import { type FactMap, factsBy } from "./stated-facts.ts";

/** What a declaration of conformity states of the conditions. */
export const claimFacts: FactMap = {
  shares: {
    lithiumRecovery: "Li_recovery",
    nickelRecovery: "Ni_Co_Mn_recovery",
    rareEarthRecovery: "RE_recovery",
    powderRecovery: "electrode_powder_recovery",
    powderAluminium: "powder_Al",
    powderCopper: "powder_Cu",
    repairShare: "repair_route_mass_share",
    waterReuse: "process_water_reuse",
  },
  amounts: { energy: { fact: "Li2CO3_energy_kgce_per_t" } },
  plain: { rareEarths: "rare_earths_in_feed", repairRoute: "material_repair_route" },
};

/** @example factsOfClaim({ lithiumRecovery: { value: "91", unit: "%" } }) // { Li_recovery: "0.91" } */
export const factsOfClaim = (values: Readonly<Record<string, unknown>>): Facts => factsBy(claimFacts, values);
